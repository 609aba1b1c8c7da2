import { comparePrefixes, type ReceiveFilter } from '@frrkit/model'

/** By prefix, then le, then ge, as numbers: unset comes first. */
export function compareFilters(a: ReceiveFilter, b: ReceiveFilter): number {
  return comparePrefixes(a.prefix, b.prefix) || (a.le ?? 0) - (b.le ?? 0) || (a.ge ?? 0) - (b.ge ?? 0)
}
