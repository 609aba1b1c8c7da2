import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { problemAt } from '../place.ts'
import { otherFamily, prefixesAt } from './prefixes-at.ts'

/** What may be advertised is what the object originates, or imports from other VRFs of its own. */
export function advertisedPrefixes(entry: NeighborEntry): readonly Problem[] {
  const { allowed } = entry.spec.toAdvertise ?? {}
  // `all` asks for no list, and so nobody reads the one there may be.
  if (allowed?.mode === 'all') return []
  const list = prefixesAt(entry, 'toAdvertise.allowed.prefixes', allowed?.prefixes, entry.parse)
  const unknown = list.prefixes
    .filter(({ prefix }) => !entry.reach.texts.has(prefix.text))
    .map(({ index, prefix }) =>
      problemAt(entry, `${list.field}[${index}]`, {
        code: 'merge/prefix-not-in-router',
        reason: 'no router of this object originates this prefix, nor imports it',
        says: prefix.text,
        help: `add ${prefix.text} to ${entry.router.path}.prefixes`,
      }),
    )
  return [...list.problems, ...otherFamily(entry, list), ...unknown]
}
