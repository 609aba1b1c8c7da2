import type { FrrConfigurationSpec } from '@frrkit/api'
import { type Document, formatProblem, type Problem } from '@frrkit/model'
import { errorsOf } from './everywhere.ts'

type Configuration = Document<FrrConfigurationSpec>

/** So many contradictions are enough to deny a write, and more than anybody reads. */
const enough = 20

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
  let evpn = errorsOf([document]).some(needsOthers)
  for (const other of others) {
    const errors = errorsOf([document, other])
    if (isNew(errors, other)) found.add(other)
    if (found.size === enough) return [...found]
    evpn ||= errors.some(needsOthers)
  }
  if (evpn) return others.filter((other) => found.has(other) || speaksOfEvpn(other))
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
