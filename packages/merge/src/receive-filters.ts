import { comparePrefixes, type ReceiveFilter } from '@frrkit/model'
import type { Order } from './sourced.ts'

/** By prefix, then le, then ge, as numbers: unset comes first. */
export const byFilter: Order<ReceiveFilter> = {
  key: ({ prefix, le, ge }) => `${prefix.text} ${le ?? ''} ${ge ?? ''}`,
  compare: (a, b) => comparePrefixes(a.prefix, b.prefix) || (a.le ?? 0) - (b.le ?? 0) || (a.ge ?? 0) - (b.ge ?? 0),
}
