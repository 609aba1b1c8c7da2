import { comparePrefixes, type Origin, type Prefix, type Sourced } from '@frrkit/model'
import { sourcedList } from './sourced.ts'

/** IPv4 before IPv6, each in byte order of their text; every prefix once. */
export type PrefixList = readonly Sourced<Prefix>[]

export function prefixList(prefixes: readonly Prefix[], origin: Origin): PrefixList {
  return sourcedList(prefixes, origin, comparePrefixes)
}
