import { compareFrrTexts, type FrrText } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import type { RunningByDaemon } from '../frr/merge-running.ts'
import { isOfZebraAlone } from '../grammar/daemons.ts'
import type { Step } from '../plan/plan.ts'

/**
 * Lists and route-maps are for bgpd, and nobody else is told about them. Where vtysh loaded a frr.conf, other daemons have
 * copies: they do no harm, but once they are not what bgpd has, vtysh shows them beside the real ones and `write` saves
 * them. So they go, unless zebra filters by some of them.
 */
export function withoutStaleCopies(byDaemon: RunningByDaemon, wanted: FrrText): readonly Step[] {
  if (
    wanted.contexts.some(({ lines }) => lines.some((line) => /^ip(?:v6)? (?:protocol|nht \S+ route-map) /.test(line)))
  )
    return []
  if (wanted.routeMaps.some(({ entries }) => entries.some(({ lines }) => lines.some(isOfZebraAlone)))) return []
  return [...byDaemon].flatMap(([daemon, text]) => {
    if (!keepsCopies(daemon, byDaemon)) return []
    const lines = staleIn(text, wanted)
    return lines.length === 0 ? [] : [{ daemon, lines }]
  })
}

/** From FRR 10 on zebra has what mgmtd gives it, and takes nothing from others. */
function keepsCopies(daemon: DaemonName, byDaemon: RunningByDaemon): boolean {
  return daemon !== 'bgpd' && !(daemon === 'zebra' && byDaemon.has('mgmtd'))
}

/** Route-maps first: they refer to lists. */
function staleIn({ filterLists, routeMaps }: FrrText, wanted: FrrText): readonly string[] {
  if (filterLists.length + routeMaps.length === 0) return []
  const lists = new Set(filterLists.map(({ kind, name }) => `${kind} ${name}`))
  const maps = new Set(routeMaps.map(({ name }) => name))
  const nothing = { release: {}, contexts: [] }
  const comparison = compareFrrTexts(
    { ...nothing, filterLists, routeMaps },
    {
      ...nothing,
      filterLists: wanted.filterLists.filter(({ kind, name }) => lists.has(`${kind} ${name}`)),
      routeMaps: wanted.routeMaps.filter(({ name }) => maps.has(name)),
    },
  )
  return [
    ...comparison.routeMaps.map(({ name }) => `no route-map ${name}`),
    ...comparison.filterLists.map(({ kind, name }) => `no ${kind} ${name}`),
  ]
}
