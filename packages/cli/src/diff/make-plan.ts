import { type ChangeKind, type Comparison, type FrrText, type SessionReset, sessionResets } from '@frrkit/frr-text'
import { compareText, redactFrrText } from '@frrkit/model'
import { type Item, planItems, subjectOfContext } from './items.ts'
import type { Group, Plan, PlanLine, Section, Subject } from './plan.ts'
import { findOwners, keyOf, neighborIn, routerIn } from './subjects.ts'

/** Sorts what is different by neighbor, router, BFD profile; and says which sessions that ends. */
export function makePlan(before: FrrText, after: FrrText, comparison: Comparison): Plan {
  const items = planItems(comparison, findOwners([before, after]))
  const resets = sessionResets(before, after, comparison)
  const groups = makeGroups(items, resets, changesOf(before, after, comparison))
  const lines = groups.flatMap(({ sections }) => sections.flatMap((section) => section.lines))
  const count = (sign: '+' | '-') => lines.filter((line) => line.sign === sign || line.sign === '~').length
  return { groups, summary: { add: count('+'), remove: count('-'), resets: resets.length } }
}

/** Which neighbors and routers come or go as a whole. */
function changesOf(before: FrrText, after: FrrText, { contexts }: Comparison): ReadonlyMap<string, ChangeKind> {
  const [had, has] = [subjectsIn(before), subjectsIn(after)]
  const profiles = contexts.flatMap((context) =>
    context.kind === 'bfd-profile' ? [[keyOf(subjectOfContext(context)), context.change] as const] : [],
  )
  return new Map([
    ...[...had].filter((key) => !has.has(key)).map((key) => [key, 'removed'] as const),
    ...[...has].filter((key) => !had.has(key)).map((key) => [key, 'added'] as const),
    ...profiles,
  ])
}

function subjectsIn({ contexts }: FrrText): ReadonlySet<string> {
  const routers = contexts.filter(({ kind }) => kind === 'router-bgp')
  return new Set(
    routers.flatMap(({ path: [path = ''], lines }) => [
      keyOf(routerIn(path)),
      ...lines.flatMap((line) => {
        const name = /^neighbor (\S+) (?:remote-as|interface|peer-group)\b/.exec(line)?.[1]
        return name === undefined ? [] : [keyOf(neighborIn(path, name))]
      }),
    ]),
  )
}

function makeGroups(
  items: readonly Item[],
  resets: readonly SessionReset[],
  changes: ReadonlyMap<string, ChangeKind>,
): readonly Group[] {
  const reasons = new Map(
    resets.map(({ vrf, neighbor, because }) => [keyOf({ kind: 'neighbor', vrf, name: neighbor }), because]),
  )
  const ended = resets.map(({ vrf, neighbor }): Subject => ({ kind: 'neighbor', vrf, name: neighbor }))
  const subjects = new Map(
    [...items.map(({ subject }) => subject), ...ended].map((subject) => [keyOf(subject), subject]),
  )
  const bySubject = Map.groupBy(items, ({ subject }) => keyOf(subject))
  return [...subjects]
    .toSorted(([, a], [, b]) => compareText(sortKey(a), sortKey(b)))
    .map(([key, subject]) => ({
      subject,
      change: changes.get(key) ?? 'changed',
      resets: reasons.get(key) ?? [],
      sections: makeSections(bySubject.get(key) ?? []),
    }))
}

const order = ['neighbor', 'router', 'bfd-profile', 'global', 'other'] as const

function sortKey(subject: Subject): string {
  return `${order.indexOf(subject.kind)} ${keyOf(subject)}`
}

function makeSections(items: readonly Item[]): readonly Section[] {
  const byHeading = Map.groupBy(items, ({ heading }) => heading)
  return [...byHeading].flatMap(([heading, members]) => {
    const lines = withoutSecrets(withoutReturning(members.map(({ line }) => line)))
    return lines.length === 0 ? [] : [{ heading, lines }]
  })
}

/** What goes with an instance that has to be made anew, and comes again with it, is no change of its own. */
function withoutReturning(lines: readonly PlanLine[]): readonly PlanLine[] {
  const isOnBothSides = bothSides(lines)
  return lines.filter(({ text }) => !isOnBothSides(text))
}

/** Two lines that look alike when their secrets are hidden are one line that changes. */
function withoutSecrets(lines: readonly PlanLine[]): readonly PlanLine[] {
  const shown = lines.map(({ sign, text }) => ({ sign, text: redactFrrText(text) }))
  const isOnBothSides = bothSides(shown)
  return shown.flatMap(({ sign, text }): readonly PlanLine[] => {
    if (!isOnBothSides(text)) return [{ sign, text }]
    return sign === '+' ? [{ sign: '~', text }] : []
  })
}

function bothSides(lines: readonly PlanLine[]): (text: string) => boolean {
  const signed = new Set(lines.map(({ sign, text }) => `${sign}${text}`))
  return (text) => signed.has(`+${text}`) && signed.has(`-${text}`)
}
