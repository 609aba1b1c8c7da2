import type { Comparison, ContextChange } from './compare.ts'
import type { Context, FrrText } from './frr-text.ts'
import { asnOf, hasSession, isIbgp, neighborsOf, peerGroupOf, vrfOf } from './neighbors.ts'
import { isAmong, isSince } from './release.ts'
import { type ResetRule, resetRules } from './reset-rules.ts'

/** A session that a change ends, and why. */
export type SessionReset = {
  /** Empty for the default VRF. */
  readonly vrf: string
  readonly neighbor: string
  readonly because: readonly string[]
}

/** The sessions of `before` that going to `after` would end, by VRF. */
export function sessionResets(before: FrrText, after: FrrText, { contexts }: Comparison): readonly SessionReset[] {
  const release = before.release.version === undefined ? after.release : before.release
  const rules = resetRules.filter((rule) => isAmong(release, rule))
  const [earlier, later] = [routersOf(before), routersOf(after)]
  // From 10 on, bgpd only hides the default instance while there are others, and cannot give it another AS then.
  const allAgain = isSince(release, 10) && hasAnotherAs(earlier.get(''), later.get(''))
  const changes = Map.groupBy(contexts, ({ path }) => path[0])
  return [...earlier].flatMap(([vrf, router]) => {
    const met = metBy(changes.get(router.path[0]) ?? [], rules)
    return neighborsOf(router).flatMap((neighbor) => {
      const end = endOf(router, neighbor, later.get(vrf)) ?? (allAgain ? [defaultAgain] : undefined)
      const because = end ?? reasonsFor(met, router, neighbor)
      return because.length === 0 ? [] : [{ vrf, neighbor, because: [...new Set(because)] }]
    })
  })
}

/** By VRF, in their order. */
function routersOf({ contexts }: FrrText): ReadonlyMap<string, Context> {
  const routers = contexts.flatMap((each) => (each.kind === 'router-bgp' ? [[vrfOf(each), each] as const] : []))
  return new Map(routers.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

/** Why there is no such session any more, whatever else changes. */
function endOf(router: Context, neighbor: string, later: Context | undefined): readonly string[] | undefined {
  if (later === undefined) return ['its router is removed']
  // bgpd cannot change the AS of an instance, which has to be removed and made again.
  if (hasAnotherAs(router, later)) return ['the AS of its router changes']
  return hasSession(later, neighbor) ? undefined : ['the neighbor is removed']
}

const defaultAgain = 'the AS of the default router changes'

function hasAnotherAs(before: Context | undefined, after: Context | undefined): boolean {
  return before !== undefined && after !== undefined && asnOf(before) !== asnOf(after)
}

/** A rule that is met, and the neighbors and peer-groups that are named with it. */
type Met = { readonly rule: ResetRule; readonly names: ReadonlySet<string> }

function metBy(changes: readonly ContextChange[], rules: readonly ResetRule[]): readonly Met[] {
  return changes.flatMap(({ kind, added, removed }) =>
    rules
      .filter((rule) => rule.in === kind)
      .flatMap((rule) => {
        const lines = [...(rule.on === 'removed' ? [] : added), ...(rule.on === 'added' ? [] : removed)]
        const matches = lines.map((line) => rule.line.exec(line)).filter((match) => match !== null)
        return matches.length === 0 ? [] : [{ rule, names: new Set(matches.map(([, name = '']) => name)) }]
      }),
  )
}

function reasonsFor(met: readonly Met[], router: Context, neighbor: string): readonly string[] {
  const group = peerGroupOf(router, neighbor)
  const concerns = ({ rule: { of = 'neighbor' }, names }: Met): boolean =>
    of === 'neighbor'
      ? names.has(neighbor) || (group !== undefined && names.has(group))
      : of === 'instance' || isIbgp(router, neighbor)
  return met.filter(concerns).map(({ rule }) => rule.because)
}
