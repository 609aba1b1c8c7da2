import type { FrrText } from '@frrkit/frr-text'
import type { CheckedLine } from './check.ts'

/** FRR keeps one tag for all next hops of a prefix that have the same distance, the one that it hears last. */
export function checkStaticRoutes({ contexts }: FrrText): readonly CheckedLine[] {
  return contexts.flatMap(({ kind, path, lines }) => {
    const tags = new Map<string, string>()
    const routes = kind === 'top' || kind === 'vrf' ? lines.filter((line) => /^ip(?:v6)? route /.test(line)) : []
    return routes.flatMap((line) => {
      const [, tag = 'none'] = / tag (\d+)/.exec(line) ?? []
      const place = placeOf(line)
      const other = tags.get(place) ?? tag
      tags.set(place, other)
      return other === tag ? [] : [{ path, line, why: `another next hop of the prefix has another tag: ${other}` }]
    })
  })
}

/** Prefix, distance and table. */
function placeOf(line: string): string {
  const [prefix, rest] = [line.split(' ', 3).join(' '), line.replace(/ tag \d+/, '')]
  const [table = ''] = / table \d+/.exec(rest) ?? []
  const [, distance = '1'] = / (\d+)(?: |$)/.exec(rest.replace(table, '')) ?? []
  return `${prefix} ${distance}${table}`
}
