import type { FrrModel, Neighbor, Origin, Prefix } from '@frrkit/model'
import { inactiveFamily } from './inactive-family.ts'
import { accepts, contains, filterText } from './prefixes.ts'

/** Whether a prefix would be taken from a neighbor, and who says so. */
export type Accepted = { readonly accepted: boolean; readonly because: string; readonly origins: readonly Origin[] }

export function acceptedFrom(neighbor: Neighbor, prefix: Prefix, { alwaysBlock }: FrrModel): Accepted {
  const inactive = inactiveFamily(neighbor, prefix)
  if (inactive !== undefined) return { accepted: false, because: inactive.says, origins: [] }
  const block = alwaysBlock.find((outer) => contains(outer, prefix))
  if (block !== undefined) return { accepted: false, because: `always-block ${block.text}`, origins: [] }
  const { receive } = neighbor
  if (receive.mode === 'all') return { accepted: true, because: 'everything is', origins: receive.origins }
  const filters = receive.filters.filter(({ value }) => accepts(value, prefix))
  if (filters.length > 0) {
    return {
      accepted: true,
      because: `by ${filters.map(({ value }) => filterText(value)).join(', ')}`,
      origins: filters.flatMap(({ origins }) => origins),
    }
  }
  const because = receive.filters.length === 0 ? 'nothing is' : 'no filter of toReceive matches it'
  return { accepted: false, because, origins: [] }
}
