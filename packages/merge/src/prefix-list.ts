import { comparePrefixes, type Origin, type Prefix, type Sourced } from '@frrkit/model'
import { joinSourced, sourcedList } from './sourced.ts'

/** IPv4 before IPv6, each in byte order of their text; every prefix once. */
export type PrefixList = readonly Sourced<Prefix>[]

export function prefixList(prefixes: readonly Prefix[], origin: Origin): PrefixList {
  return sourcedList(prefixes, origin, comparePrefixes)
}

/** The prefixes of all of them. */
export function joinPrefixes(having: readonly { readonly prefixes: PrefixList }[]): PrefixList {
  const lists = having.map(({ prefixes }) => prefixes)
  return joinSourced(lists, comparePrefixes)
}
