import { comparePrefixes, type Document, originOf, originsOfEntries, type Prefix, type Sourced } from '@frrkit/model'
import type { ParsePrefix } from './outline.ts'
import { joinSourced, sortedOnce } from './sourced.ts'

/** IPv4 before IPv6, each in byte order of their text; every prefix once. */
export type PrefixList = readonly Sourced<Prefix>[]

/** The prefixes written at a path of a document; the checks report what is none. */
export function prefixList(
  document: Document,
  path: string,
  texts: readonly string[] | undefined,
  parse: ParsePrefix,
): PrefixList {
  const entries = originsOfEntries(document, path)
  const origins = [originOf(document, path)]
  const prefixes: Sourced<Prefix>[] = []
  for (const [i, text] of (texts ?? []).entries()) {
    const value = parse(text)
    const origin = entries?.[i]
    // Most lists have one origin, and then their entries share the array too.
    if (value !== undefined) prefixes.push({ value, origins: origin === undefined ? origins : [origin] })
  }
  return sortedOnce(prefixes, comparePrefixes)
}

/** The prefixes of all of them. */
export function joinPrefixes(having: readonly { readonly prefixes: PrefixList }[]): PrefixList {
  const lists = having.map(({ prefixes }) => prefixes)
  return joinSourced(lists, comparePrefixes)
}
