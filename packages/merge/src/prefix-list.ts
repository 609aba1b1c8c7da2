import { comparePrefixes, type Origin, type Prefix, type Sourced } from '@frrkit/model'
import { type Order, sourcedList } from './sourced.ts'

/** IPv4 before IPv6, each in byte order of their text; every prefix once. */
export type PrefixList = readonly Sourced<Prefix>[]

export const byPrefix: Order<Prefix> = { key: ({ text }) => text, compare: comparePrefixes }

export function prefixList(prefixes: readonly Prefix[], origin: Origin): PrefixList {
  return sourcedList(prefixes, origin, byPrefix)
}
