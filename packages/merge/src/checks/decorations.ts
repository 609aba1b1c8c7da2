import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'
import { otherFamily, type PrefixesAt, prefixesAt } from './prefixes-at.ts'

/** An entry of `withLocalPref` or `withCommunity`: something that a list of prefixes gets. */
export type Decoration = {
  readonly field: string
  /** `local preference 100`; undefined where nobody can read it, which is reported already. */
  readonly what: string | undefined
  readonly prefixes: readonly string[] | undefined
}

/** What local preferences and communities have in common. */
export function decorations(entry: NeighborEntry, entries: readonly Decoration[]): readonly Problem[] {
  if (entries.length === 0) return []
  const advertised = new Set(entry.advertised.map(({ value }) => value.text))
  const lists = entries.map(({ field, prefixes }) => prefixesAt(entry, `${field}.prefixes`, prefixes, entry.parse))
  return [
    ...writtenTwice(entry, entries),
    ...lists.flatMap((list) => [
      ...list.problems,
      ...otherFamily(entry, list),
      ...notAdvertised(entry, list, advertised),
      ...listedTwice(entry, list),
    ]),
  ]
}

function notAdvertised(
  entry: NeighborEntry,
  { field, prefixes }: PrefixesAt,
  advertised: ReadonlySet<string>,
): readonly Problem[] {
  return prefixes
    .filter(({ prefix }) => entry.families.includes(prefix.family) && !advertised.has(prefix.text))
    .map(({ index, prefix }) =>
      problemAt(entry, `${field}[${index}]`, {
        code: 'merge/prefix-not-advertised',
        reason: 'this prefix is not advertised to the neighbor',
        says: prefix.text,
        help: `add ${prefix.text} to toAdvertise.allowed.prefixes, or leave it out here`,
      }),
    )
}

/** The reference takes one entry for each preference or community, and each prefix in it once; so do we. */
function writtenTwice(entry: NeighborEntry, entries: readonly Decoration[]): readonly Problem[] {
  const named = entries.filter(({ what }) => what !== undefined)
  return [...Map.groupBy(named, ({ what }) => what).values()].flatMap(([first, ...others]) => {
    if (first?.what === undefined || others.length === 0) return []
    const { field, what } = first
    return [
      problemAt(entry, field, {
        code: 'merge/duplicate-entry',
        reason: `${what} has more than one entry`,
        says: what,
        beside: others.map((other) => evidenceAt(entry, other.field, what)),
        help: 'list all its prefixes in one entry',
      }),
    ]
  })
}

function listedTwice(entry: NeighborEntry, { field, prefixes }: PrefixesAt): readonly Problem[] {
  return [...Map.groupBy(prefixes, ({ prefix }) => prefix.text)].flatMap(([text, [first, ...others]]) => {
    if (first === undefined || others.length === 0) return []
    return [
      problemAt(entry, `${field}[${first.index}]`, {
        code: 'merge/duplicate-entry',
        reason: 'this prefix is listed more than once',
        says: text,
        beside: others.map(({ index }) => evidenceAt(entry, `${field}[${index}]`, text)),
        help: 'list it once',
      }),
    ]
  })
}
