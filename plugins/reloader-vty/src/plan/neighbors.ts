import { neighborsOf, peerGroupOf, peerGroupsOf } from '@frrkit/frr-text'
import { bare } from './change-lines.ts'
import { type Router, sessionsOf } from './router-blocks.ts'

export type NeighborChanges = {
  /** Neighbors and peer-groups that are no more. */
  readonly gone: ReadonlySet<string>
  /** Those that stay, but not as what they were: FRR has to forget them before. */
  readonly remade: ReadonlySet<string>
  /** All peer-groups, before and after. */
  readonly groups: ReadonlySet<string>
}

/** The neighbor, or peer-group, that a line is about. */
export function neighborOf(line: string): string | undefined {
  const text = bare(line)
  return text.startsWith('neighbor ') ? text.split(' ', 2)[1] : undefined
}

export function neighborChanges(before: Router | undefined, after: Router): NeighborChanges {
  const [had, has] = [membersOf(before), membersOf(after)]
  const gone = new Set([...had.keys()].filter((name) => !has.has(name)))
  const groups = new Set([...had, ...has].flatMap(([name, { isGroup }]) => (isGroup ? [name] : [])))
  const remade = new Set<string>()
  // Groups first: their members go with them.
  for (const [name, was] of [...had].toSorted(([, a], [, b]) => Number(b.isGroup) - Number(a.isGroup))) {
    const is = has.get(name)
    if (is === undefined) continue
    const same = was.isGroup === is.isGroup && was.group === is.group && was.unnumbered === is.unnumbered
    const losesAs = was.hasAs && !is.hasAs
    if (!same || losesAs || remade.has(was.group ?? '')) remade.add(name)
  }
  return { gone, remade, groups }
}

type Member = {
  readonly isGroup: boolean
  readonly group: string | undefined
  readonly unnumbered: boolean
  readonly hasAs: boolean
}

function membersOf(router: Router | undefined): ReadonlyMap<string, Member> {
  const session = sessionsOf(router)
  if (session === undefined) return new Map()
  const { lines } = session
  const groups = peerGroupsOf(session)
  const isGroup = new Set(groups)
  const unnumbered = new Set(lines.flatMap((line) => /^neighbor (\S+) interface\b/.exec(line)?.[1] ?? []))
  const hasAs = new Set(lines.flatMap((line) => /^neighbor (\S+) (?:.* )?remote-as /.exec(line)?.[1] ?? []))
  return new Map(
    [...groups, ...neighborsOf(session)].map((name) => [
      name,
      {
        isGroup: isGroup.has(name),
        group: peerGroupOf(session, name),
        unnumbered: unnumbered.has(name),
        hasAs: hasAs.has(name),
      },
    ]),
  )
}
