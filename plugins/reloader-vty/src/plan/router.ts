import type { ContextChange, Release } from '@frrkit/frr-text'
import { activationLines, isActivation } from './activation.ts'
import { bare, replaceLines } from './change-lines.ts'
import { derivedLast, withVnisAgain } from './evpn.ts'
import { forgetDisabled, gracefulRestartOfMembers } from './graceful-restart.ts'
import { entering, type Line, type Place, saying, setting } from './line.ts'
import { type NeighborChanges, neighborChanges, neighborOf } from './neighbors.ts'
import type { Router } from './router-blocks.ts'
import { aggregatesAgain, withToldAgain } from './told-again.ts'
import { turnOf } from './turns.ts'

export type RouterPlan = { readonly first: readonly Line[]; readonly last: readonly Line[] }

/** What changes inside an instance: what goes, in the other direction, and then what comes. */
export function changeRouter(
  before: Router | undefined,
  after: Router,
  changes: readonly ContextChange[],
  release: Release,
): RouterPlan {
  const neighbors = neighborChanges(before, after)
  const plans = withToldAgain(after, withVnisAgain(after, changes), neighbors).map((change) =>
    changeContext(change, neighbors),
  )
  const activation = activationLines(before, after, neighbors)
  const aggregates = aggregatesAgain(before, after, changes)
  const first = [
    ...plans.flatMap(({ gone }) => gone),
    ...aggregates.first,
    ...neighborRemovals(after, neighbors),
    ...activation.first,
  ]
  const last = [
    ...forgetDisabled(before, after, release),
    ...plans.flatMap(({ added }) => added),
    ...gracefulRestartOfMembers(before, after, neighbors, release),
    ...aggregates.last,
    ...activation.last,
  ]
  return { first: inTurn(first, neighbors).toReversed(), last: inTurn(last, neighbors) }
}

function changeContext(
  change: ContextChange,
  { gone, remade }: NeighborChanges,
): { readonly gone: readonly Line[]; readonly added: readonly Line[] } {
  const { kind, path } = change
  if (kind === 'evpn-vni' && change.change === 'removed') {
    return { gone: [saying({ kind: 'evpn', path: path.slice(0, -1) }, `no ${path.at(-1)}`)], added: [] }
  }
  const goesAnyway = (line: string) => {
    const name = neighborOf(line)
    return name !== undefined && (gone.has(name) || remade.has(name))
  }
  const lines = replaceLines(
    { kind, path },
    withoutBfdDetails(change.removed).filter((line) => !goesAnyway(line) && !isActivation(line)),
    (kind === 'evpn-vni' ? derivedLast(change, change.added) : change.added).filter((line) => !isActivation(line)),
  )
  // Being there says something, of an instance and of a VNI.
  const made = change.change === 'added' && lines.added.length === 0 && (kind === 'router-bgp' || kind === 'evpn-vni')
  const added = made ? [entering(change)] : lines.added
  return { gone: lines.gone.flatMap(withoutTrace), added }
}

/**
 * After `no rd 64512:1`, bgpd takes `rd 64512:1` for what it has already, and does nothing: so another one goes in its
 * place. Of what goes, the last is the first.
 */
function withoutTrace(line: Line): readonly Line[] {
  if (line.kind !== 'evpn' || line.line?.startsWith('rd ') !== true) return [line]
  const other = 'rd 65535:65535'
  return [saying(line, `no ${other}`), setting(line, other)]
}

/** `no neighbor X bfd` takes the profile and the timers along. */
function withoutBfdDetails(removed: readonly string[]): readonly string[] {
  const monitored = new Set(removed.filter((line) => /^neighbor \S+ bfd$/.test(line)))
  return removed.filter((line) => {
    const [, whole] = /^(neighbor \S+ bfd) /.exec(line) ?? []
    return whole === undefined || !monitored.has(whole)
  })
}

function neighborRemovals({ opener }: Router, { gone, remade, groups }: NeighborChanges): readonly Line[] {
  const place: Place = { kind: 'router-bgp', path: [opener] }
  return [...gone, ...remade].map((name) =>
    saying(place, `no neighbor ${name}${groups.has(name) ? ' peer-group' : ''}`),
  )
}

function inTurn(lines: readonly Line[], { groups }: NeighborChanges): readonly Line[] {
  const turns = new Map(lines.map((line) => [line, turnOf(line.kind, bare(line.line ?? ''), groups)]))
  return lines.toSorted((a, b) => (turns.get(a) ?? 0) - (turns.get(b) ?? 0))
}
