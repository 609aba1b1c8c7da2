import type { Comparison, ContextChange } from './compare.ts'
import type { Context, FrrText } from './frr-text.ts'
import { asnOf, isIbgp, neighborsOf, peerGroupOf, vrfOf } from './neighbors.ts'
import { majorOf } from './release.ts'
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
  const major = majorOf(before.release) ?? majorOf(after.release) ?? 0
  const rules = resetRules.filter((rule) => appliesTo(rule, major))
  const [earlier, later] = [before, after].map(
    (text) => new Map(routersOf(text).map((router) => [vrfOf(router), router])),
  )
  if (earlier === undefined || later === undefined) throw new Error('BUG: two texts')
  // From 10 on, bgpd only hides the default instance while there are others, and cannot give it another AS then.
  const allAgain = major >= 10 && hasAnotherAs(earlier.get(''), later.get(''))
  return [...earlier].flatMap(([vrf, router]) => {
    const changes = contexts.filter(({ path }) => path[0] === router.path[0])
    return neighborsOf(router).flatMap((neighbor) => {
      const end = endOf(router, neighbor, later.get(vrf)) ?? (allAgain ? [defaultAgain] : undefined)
      const because = end ?? reasons(rules, changes, router, neighbor)
      return because.length === 0 ? [] : [{ vrf, neighbor, because: [...new Set(because)] }]
    })
  })
}

function appliesTo({ since = 0, before = Number.POSITIVE_INFINITY }: ResetRule, major: number): boolean {
  return since <= major && major < before
}

function routersOf({ contexts }: FrrText): readonly Context[] {
  return contexts
    .filter(({ kind }) => kind === 'router-bgp')
    .toSorted((a, b) => (vrfOf(a) < vrfOf(b) ? -1 : vrfOf(a) > vrfOf(b) ? 1 : 0))
}

/** Why there is no such session any more, whatever else changes. */
function endOf(router: Context, neighbor: string, later: Context | undefined): readonly string[] | undefined {
  if (later === undefined) return ['its router is removed']
  // bgpd cannot change the AS of an instance, which has to be removed and made again.
  if (hasAnotherAs(router, later)) return ['the AS of its router changes']
  return neighborsOf(later).includes(neighbor) ? undefined : ['the neighbor is removed']
}

const defaultAgain = 'the AS of the default router changes'

function hasAnotherAs(before: Context | undefined, after: Context | undefined): boolean {
  return before !== undefined && after !== undefined && asnOf(before) !== asnOf(after)
}

function reasons(
  rules: readonly ResetRule[],
  changes: readonly ContextChange[],
  router: Context,
  neighbor: string,
): readonly string[] {
  const names = [neighbor, peerGroupOf(router, neighbor)]
  const concerns = ({ line, of = 'neighbor' }: ResetRule, text: string): boolean => {
    const match = line.exec(text)
    if (match === null) return false
    return of === 'neighbor' ? names.includes(match[1]) : of === 'instance' || isIbgp(router, neighbor)
  }
  return changes.flatMap(({ kind, added, removed }) =>
    rules
      .filter((rule) => rule.in === kind)
      .filter((rule) =>
        [...(rule.on === 'removed' ? [] : added), ...(rule.on === 'added' ? [] : removed)].some((text) =>
          concerns(rule, text),
        ),
      )
      .map(({ because }) => because),
  )
}
