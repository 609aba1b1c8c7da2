import { parseFrrText } from '@frrkit/frr-text'

/** A line and the contexts around it. */
export type PlacedRoute = { readonly path: readonly string[]; readonly line: string }

const route = /^(no )?(ip(?:v6)? route .*)$/

/** Of the lines that mgmtd was told, the static routes that it does not show as told: to be said again. */
export function lostRoutes(told: readonly PlacedRoute[], shown: string): readonly PlacedRoute[] {
  const there = new Set(
    parseFrrText(shown).contexts.flatMap(({ path, lines }) => lines.map((line) => [...path, line].join('\n'))),
  )
  return told.filter(({ path, line }) => {
    const [, no, text = ''] = route.exec(line) ?? []
    return there.has([...path, text].join('\n')) === (no !== undefined)
  })
}

/** The static routes among the lines of a step; all other lines are of no interest. */
export function routesAmong(lines: readonly string[]): readonly PlacedRoute[] {
  let path: readonly string[] = []
  return lines.flatMap((line) => {
    if (line.startsWith('vrf ')) path = [line]
    else if (line === 'exit') path = []
    return route.test(line) ? [{ path, line }] : []
  })
}
