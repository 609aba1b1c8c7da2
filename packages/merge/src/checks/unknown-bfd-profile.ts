import { type Problem, say } from '@frrkit/model'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import type { Outline } from '../outline.ts'
import { problemAt } from '../place.ts'

/** An object stands on its own, so a profile that it uses is one that it defines. */
export function unknownBfdProfile(entry: NeighborEntry, { bfdProfileNames }: Outline): readonly Problem[] {
  const profile = set(entry.spec.bfdProfile)
  if (profile === undefined || bfdProfileNames.has(profile)) return []
  const known = bfdProfileNames.size > 0 ? `; it has ${[...bfdProfileNames].map(say).join(', ')}` : ''
  return [
    problemAt(entry, 'bfdProfile', {
      code: 'merge/unknown-bfd-profile',
      reason: 'this object has no BFD profile of that name',
      says: say(profile),
      help: `add the profile to spec.bgp.bfdProfiles of this object, even if another has it too${known}`,
    }),
  ]
}
