import { type Prefix, type Problem, say } from '@frrkit/model'
import { familyName } from '../family-name.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import type { ParsePrefix } from '../outline.ts'
import { type Place, problemAt } from '../place.ts'

/** The prefixes of a list that are such, each with its place in the list; a problem for those that are not. */
export type PrefixesAt = {
  readonly field: string
  readonly problems: readonly Problem[]
  readonly prefixes: readonly { readonly index: number; readonly prefix: Prefix }[]
}

export function prefixesAt(
  place: Place,
  field: string,
  texts: readonly string[] | undefined,
  parse: ParsePrefix,
): PrefixesAt {
  const problems: Problem[] = []
  const prefixes: { readonly index: number; readonly prefix: Prefix }[] = []
  for (const [index, text] of (texts ?? []).entries()) {
    const prefix = parse(text)
    if (prefix === undefined) problems.push(notAPrefix(place, `${field}[${index}]`, text))
    else prefixes.push({ index, prefix })
  }
  return { field, problems, prefixes }
}

export function notAPrefix(place: Place, field: string, text: string): Problem {
  const help = 'write ADDRESS/LENGTH, such as 192.0.2.0/24 or 2001:db8::/64'
  return problemAt(place, field, { code: 'merge/not-a-prefix', reason: 'not a prefix', says: say(text), help })
}

/** Prefixes to advertise over a session that does not carry their family. */
export function otherFamily(entry: NeighborEntry, { field, prefixes }: PrefixesAt): readonly Problem[] {
  if (entry.families.length === 0) return []
  return prefixes
    .filter(({ prefix }) => !entry.families.includes(prefix.family))
    .map(({ index, prefix }) =>
      problemAt(entry, `${field}[${index}]`, {
        code: 'merge/prefix-family',
        reason: `the session does not carry ${familyName(prefix.family)}`,
        says: prefix.text,
        help: `remove the prefix, or set dualStackAddressFamily to carry ${familyName(prefix.family)} too`,
      }),
    )
}
