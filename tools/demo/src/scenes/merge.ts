import { type FrrModel, type Neighbor, type Origin, objectName } from '@frrkit/model'
import { bold, dim } from '../terminal/paint.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'

/** What the objects mean together, and who asked for what. */
export function showMerge(screen: Screen, { routers, rawSnippets }: FrrModel): void {
  screen.scene('The merge', 'Objects only add to each other, and every value remembers who asked for it.')
  const rows = routers.flatMap(({ asn, neighbors, prefixes, origins }) => [
    [bold(`router ${asn}`), by(origins)],
    ...prefixes.map((prefix) => [`  originates ${prefix.value.text}`, by(prefix.origins)]),
    ...neighbors.flatMap(neighborRows),
  ])
  const snippets = rawSnippets.map(({ priority, origin }) => [bold(`raw lines, priority ${priority}`), by([origin])])
  screen.print(...table([[dim('on this node'), dim('asked for by')], ...rows, ...snippets]))
}

function neighborRows({ name, asn, advertise, receive, origins }: Neighbor): readonly string[][] {
  const received =
    receive.mode === 'all'
      ? [['    receives everything', by(receive.origins)]]
      : receive.filters.map((filter) => [`    receives ${filter.value.prefix.text}`, by(filter.origins)])
  return [
    [`  ${bold(`neighbor ${name}`)} (AS ${asn})`, by(origins)],
    ...advertise.prefixes.map((prefix) => [`    is sent ${prefix.value.text}`, by(prefix.origins)]),
    ...received,
  ]
}

function by(origins: readonly Origin[]): string {
  const names = origins.map(({ object }) => objectName(object).replace('FRRConfiguration ', ''))
  return [...new Set(names)].join(', ')
}
