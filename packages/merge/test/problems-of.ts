import type { FrrConfigurationSpec, NeighborSpec, RouterSpec } from '@frrkit/api'
import { formatProblem, type Problem } from '@frrkit/model'
import { aDocument } from '@frrkit/testing'
import { readDocument } from '../src/read-document.ts'

/** What is wrong with one document alone, in short: code, field, reason. */
export function problemsOf(spec: FrrConfigurationSpec): readonly string[] {
  return readDocument(aDocument(spec)).problems.map(short)
}

/** The same for one neighbor of AS 64512; the rest of its router may be given too. */
export function neighborProblems(neighbor: Partial<NeighborSpec>, router: Partial<RouterSpec> = {}): readonly string[] {
  return problemsOf(specWith(neighbor, router))
}

/** The same, the whole messages. */
export function neighborMessages(neighbor: Partial<NeighborSpec>, router: Partial<RouterSpec> = {}): readonly string[] {
  return readDocument(aDocument(specWith(neighbor, router))).problems.map(formatProblem)
}

function specWith(neighbor: Partial<NeighborSpec>, router: Partial<RouterSpec>): FrrConfigurationSpec {
  return { bgp: { routers: [{ asn: 64_512, ...router, neighbors: [neighbor] }] } }
}

export function short({ code, field, reason, severity }: Problem): string {
  return `${severity === 'warning' ? 'warning: ' : ''}${code} ${field}: ${reason}`
}
