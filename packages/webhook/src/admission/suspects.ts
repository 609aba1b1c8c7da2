import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, formatProblem, type Problem } from '@frrkit/model'
import { errorsOf } from './everywhere.ts'

type Configuration = Document<FrrConfigurationSpec>

/** So many contradictions are enough to deny a write, and more than anybody reads. */
const enough = 20

/** So many are asked at once; only if one of them has something against another is each asked alone. */
const together = 12

/**
 * The documents that may have something against a new one. Whether documents contradict each other shows in every pair of
 * them, so each is asked once, and not again for each of hundreds of nodes. The one thing that a third document may
 * put right is a missing EVPN neighbor; then all that speak of EVPN are in it. Undefined where nothing can be wrong.
 */
export function suspects(
  document: Configuration,
  others: readonly Configuration[],
): readonly Configuration[] | undefined {
  const found = new Set<Configuration>()
  for (let from = 0; from < others.length; from += together) {
    const some = others.slice(from, from + together)
    if (errorsOf([document, ...some]).every(needsOthers)) continue
    for (const other of some) {
      if (isNew(errorsOf([document, other]), other)) found.add(other)
      if (found.size === enough) return [...found]
    }
  }
  const needing = errorsOf([document]).some(needsOthers) || others.some(speaksOfEvpn)
  if (needing) return others.filter((other) => found.has(other) || speaksOfEvpn(other))
  return found.size === 0 ? undefined : [...found]
}

/** What is wrong with the other alone, or may be put right by a third, contradicts nobody. */
function isNew(errors: readonly Problem[], other: Configuration): boolean {
  const contradictions = errors.filter((error) => !needsOthers(error))
  if (contradictions.length === 0) return false
  const alone = new Set(errorsOf([other]).map(formatProblem))
  return contradictions.some((error) => !alone.has(formatProblem(error)))
}

export function needsOthers({ code }: Problem): boolean {
  return code === 'merge/evpn-without-neighbor'
}

function speaksOfEvpn({ spec }: Configuration): boolean {
  return (spec.bgp?.routers ?? []).some(
    ({ evpn, neighbors = [] }) =>
      evpn !== undefined || neighbors.some(({ addressFamilies = [] }) => addressFamilies.includes('evpn')),
  )
}
