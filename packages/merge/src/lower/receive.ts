import { originOf, type Receive, type ReceiveFilter } from '@frrkit/model'
import { compareFilters } from '../compare-filters.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { sourcedList } from '../sourced.ts'

/** What one object says about accepting from one neighbor. */
export function lowerReceive({ document, path, spec, parse }: NeighborEntry): Receive {
  const { mode, prefixes = [] } = spec.toReceive?.allowed ?? {}
  if (mode === 'all') return { mode: 'all', origins: [originOf(document, `${path}.toReceive.allowed.mode`)] }
  const filters = prefixes.flatMap((selector): readonly ReceiveFilter[] => {
    const prefix = parse(selector.prefix ?? '')
    // The API cannot say null; 0 stands for unset there.
    return prefix ? [{ prefix, ...(selector.le && { le: selector.le }), ...(selector.ge && { ge: selector.ge }) }] : []
  })
  return {
    mode: 'filtered',
    filters: sourcedList(filters, originOf(document, `${path}.toReceive.allowed.prefixes`), compareFilters),
  }
}
