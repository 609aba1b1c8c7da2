import { type Comparison, compareWithRunning, type FrrText } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import type { Sessions } from './daemons.ts'
import { withoutAbsent, withoutIdle } from './idle.ts'
import { mergeRunning, type RunningByDaemon } from './merge-running.ts'

/** What FRR runs, as far as that is known, and how it is known. */
export type Position = {
  /** With the numbers that entries have in FRR: what the next plan begins with. */
  readonly running: FrrText
  /** As it was shown last; of the daemons in `stale`, something has been changed since. */
  readonly byDaemon: RunningByDaemon
  readonly stale: ReadonlySet<DaemonName>
  /** The connections on which all of this happened: if one of them is another one by now, nothing is known. */
  readonly sessions: Sessions
  /** What differed from the goal when FRR was read right now; absent when `running` is what FRR was told. */
  readonly shown?: Comparison
}

/** Where FRR is, seen from a text: read by all daemons at once. */
export function positionAt(read: Pick<Position, 'byDaemon' | 'sessions'>, wanted: FrrText): Required<Position> {
  const running = mergeRunning(read.byDaemon, wanted)
  const shown = withoutIdle(compareWithRunning(running, wanted), wanted, read.byDaemon)
  return { running, shown, byDaemon: read.byDaemon, sessions: read.sessions, stale: new Set() }
}

/** After what was read turned out to be what is wanted: without what FRR shows by itself, which is no part of a plan. */
export function settled({ running, shown, ...rest }: Position, wanted: FrrText): Position {
  const told = shown === undefined ? running : asNumberedBy(running, wanted, shown)
  return { ...rest, running: withoutAbsent(told, rest.byDaemon) }
}

/** The wanted text with the numbers of FRR where both mean the same. */
function asNumberedBy(running: FrrText, wanted: FrrText, { filterLists, routeMaps }: Comparison): FrrText {
  const otherLists = new Set(filterLists.map(({ kind, name }) => `${kind} ${name}`))
  const otherMaps = new Set(routeMaps.map(({ name }) => name))
  const lists = new Map(running.filterLists.map((list) => [`${list.kind} ${list.name}`, list]))
  const maps = new Map(running.routeMaps.map((map) => [map.name, map]))
  return {
    ...wanted,
    release: running.release,
    filterLists: wanted.filterLists.map((list) => {
      const key = `${list.kind} ${list.name}`
      return otherLists.has(key) ? list : (lists.get(key) ?? list)
    }),
    routeMaps: wanted.routeMaps.map((map) => (otherMaps.has(map.name) ? map : (maps.get(map.name) ?? map))),
  }
}
