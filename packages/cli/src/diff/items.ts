import type { Comparison, ContextChange, RouteMapEntry } from '@frrkit/frr-text'
import type { PlanLine, Subject } from './plan.ts'
import { globalLine, neighborIn, type Owners, routerIn } from './subjects.ts'

/** One line before it is put into its group; it may hold a secret. */
export type Item = { readonly subject: Subject; readonly heading: string; readonly line: PlanLine }

/** Every line that is different, with the subject that a person would look for it under. */
export function planItems(comparison: Comparison, owners: Owners): readonly Item[] {
  return [
    ...comparison.contexts.flatMap(contextItems),
    ...filterItems(comparison, owners),
    ...routeMapItems(comparison, owners),
  ]
}

function contextItems(context: ContextChange): readonly Item[] {
  const { kind, path, change, removed, added } = context
  const own = subjectOfContext(context)
  const opener = path.at(-1)
  // These are something even when they are empty; other contexts show by their lines.
  const stands = kind === 'router-bgp' || kind === 'bfd-profile' || kind === 'bfd-peer' || kind === 'evpn-vni'
  const itself: readonly Item[] =
    stands && change !== 'changed' && opener !== undefined
      ? [
          {
            subject: own,
            heading: headingOf(path.slice(0, -1), own),
            line: { sign: change === 'added' ? '+' : '-', text: opener },
          },
        ]
      : []
  const item =
    (sign: '+' | '-') =>
    (text: string): Item => {
      const subject = subjectOfLine(context, own, text)
      return { subject, heading: headingOf(path, subject), line: { sign, text } }
    }
  return [...itself, ...removed.map(item('-')), ...added.map(item('+'))]
}

export function subjectOfContext({ kind, path: [outer = ''], path }: ContextChange): Subject {
  if (outer.startsWith('router bgp ')) return routerIn(outer)
  if (kind === 'vrf') return { kind: 'router', vrf: outer.slice('vrf '.length) }
  if (kind === 'bfd-profile') return { kind: 'bfd-profile', name: path[1]?.slice('profile '.length) ?? '' }
  return { kind: 'other' }
}

function subjectOfLine({ kind, path: [outer = ''] }: ContextChange, own: Subject, line: string): Subject {
  if (kind === 'top') return { kind: globalLine.test(line) ? 'global' : 'other' }
  const neighbor = own.kind === 'router' ? /^(?:no )?neighbor (\S+)/.exec(line)?.[1] : undefined
  return neighbor === undefined ? own : neighborIn(outer, neighbor)
}

/** The part of the path that the title of the group does not say already. */
function headingOf(path: readonly string[], subject: Subject): string {
  const said = subject.kind === 'neighbor' ? 1 : subject.kind === 'bfd-profile' ? 2 : 0
  const [outer = ''] = path
  const rest = subject.kind === 'router' && outer.startsWith('router bgp ') ? path.slice(1) : path.slice(said)
  return rest.join(' > ')
}

function filterItems({ filterLists }: Comparison, owners: Owners): readonly Item[] {
  return filterLists.flatMap(({ kind, name, removed, added }) => {
    const subject = owners.ofFilterList({ kind, name })
    const item =
      (sign: '+' | '-') =>
      ({ action, match }: (typeof added)[number]): Item => ({
        subject,
        heading: '',
        line: { sign, text: `${kind} ${name} ${action} ${match}` },
      })
    return [...removed.map(item('-')), ...added.map(item('+'))]
  })
}

function routeMapItems({ routeMaps }: Comparison, owners: Owners): readonly Item[] {
  return routeMaps.flatMap(({ name, entries }) =>
    entries.flatMap(({ before, after }) => {
      const subject = owners.ofRouteMap(name)
      const entry = after ?? before
      if (entry === undefined) return []
      const heading = `route-map ${name} ${entry.action} ${entry.seq}`
      if (before !== undefined && after !== undefined) return lineItems(subject, heading, before, after)
      const sign = after === undefined ? '-' : '+'
      const texts = [heading, ...entry.lines.map((line) => `  ${line}`)]
      return texts.map((text): Item => ({ subject, heading: '', line: { sign, text } }))
    }),
  )
}

function lineItems(subject: Subject, heading: string, before: RouteMapEntry, after: RouteMapEntry): readonly Item[] {
  const removed = before.lines.filter((line) => !after.lines.includes(line))
  const added = after.lines.filter((line) => !before.lines.includes(line))
  return [
    ...removed.map((text): Item => ({ subject, heading, line: { sign: '-', text } })),
    ...added.map((text): Item => ({ subject, heading, line: { sign: '+', text } })),
  ]
}
