import type { Line } from './line.ts'

/**
 * Which static routes that go keep one that comes from being taken: FRR has nothing beside a blackhole of the same
 * distance. All others go once the new ones are there.
 */
export function routesInTheWay(coming: readonly Line[]): (gone: Line) => boolean {
  const places = new Set(
    coming.flatMap(({ line = '' }) => {
      const route = routeOf(line)
      return route === undefined ? [] : [placeOf(route)]
    }),
  )
  return ({ line = '' }) => {
    const route = places.size === 0 ? undefined : routeOf(line)
    return route !== undefined && places.has(placeOf({ ...route, isDropped: !route.isDropped }))
  }
}

type Route = { readonly prefix: string; readonly distance: string; readonly isDropped: boolean }

function routeOf(line: string): Route | undefined {
  const [, prefix, hop = '', rest = ''] = /^(ip(?:v6)? route \S+) (\S+)(.*)$/.exec(line) ?? []
  if (prefix === undefined) return undefined
  const [, distance = ''] = / (?:tag \d+ )?(\d+)(?: |$)/.exec(rest.replace(/ (?:tag|table) \d+/g, '')) ?? []
  const [table = ''] = / table \d+/.exec(rest) ?? []
  return { prefix: prefix + table, distance, isDropped: /^(?:Null0|blackhole|reject)$/.test(hop) }
}

function placeOf({ prefix, distance, isDropped }: Route): string {
  return `${prefix} ${distance} ${isDropped ? 'dropped' : 'sent on'}`
}
