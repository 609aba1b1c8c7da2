import { type Problem, parseCommunity, say } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { problemAt } from '../place.ts'
import { decorations } from './decorations.ts'

/** Communities are such, and go to prefixes that are advertised. */
export function communities(entry: NeighborEntry): readonly Problem[] {
  const entries = (entry.spec.toAdvertise?.withCommunity ?? []).map(({ community: text = '', prefixes }, i) => {
    const community = parseCommunity(text)
    const what = community && `${community.kind === 'large' ? 'large ' : ''}community ${community.text}`
    return { field: `toAdvertise.withCommunity[${i}]`, what, text, prefixes }
  })
  const unreadable = entries
    .filter(({ what }) => what === undefined)
    .map(({ field, text }) =>
      problemAt(entry, `${field}.community`, {
        code: 'merge/not-a-community',
        reason: 'not a community',
        says: say(text),
        help: 'write A:B with numbers up to 65535, or large:A:B:C with numbers up to 4294967295',
      }),
    )
  return [...unreadable, ...decorations(entry, entries)]
}
