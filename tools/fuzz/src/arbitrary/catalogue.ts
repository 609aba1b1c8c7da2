import * as fc from 'fast-check'
import { type BfdProfile, bfdProfiles } from './bfd-profile.ts'
import { type Peer, peers } from './peer.ts'
import { type PrefixText, prefixTexts } from './prefixes.ts'
import { type Vrf, vrfs } from './vrf.ts'

/** What the objects of one world draw from. They agree where they must, so that most worlds can be merged. */
export type Catalogue = {
  readonly vrfs: readonly Vrf[]
  readonly peers: readonly Peer[]
  readonly prefixes: readonly PrefixText[]
  /** The n-th prefix gets the n-th local preference. */
  readonly localPrefs: readonly number[]
  readonly communities: readonly string[]
  readonly profiles: readonly BfdProfile[]
}

const communities: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('64500:7', '064500:007', '0:0', '65535:65281', 'large:64500:1:2', 'large:0:0:4294967295'),
  fc.tuple(fc.nat(0xffff), fc.nat(0xffff)).map((numbers) => numbers.join(':')),
)

export const catalogues: fc.Arbitrary<Catalogue> = fc.record({
  vrfs,
  peers,
  prefixes: fc.uniqueArray(prefixTexts, { minLength: 1, maxLength: 8, selector: ({ spelled }) => spelled[0] }),
  localPrefs: fc.array(fc.constantFrom(0, 1, 100, 250, 4_294_967_295), { minLength: 1, maxLength: 4 }),
  communities: fc.uniqueArray(communities, { minLength: 1, maxLength: 4 }),
  profiles: bfdProfiles,
})

/** The same names and neighbors, and other opinions about them. */
export function dissenting(catalogue: Catalogue): Catalogue {
  const { peers: all, localPrefs, profiles, vrfs: places } = catalogue
  return {
    ...catalogue,
    peers: all.map(({ identity }, i) => ({ ...nth(all, i + 1), identity })),
    localPrefs: localPrefs.map((localPref) => localPref ^ 1).map((localPref) => localPref >>> 0),
    profiles: profiles.map(({ name }, i) => ({ ...nth(profiles, i + 1), name })),
    vrfs: places.map((vrf, i) => ({ ...vrf, id: nth(places, i + 1).id })),
  }
}

/** The n-th of a list that never ends: choices stay valid when shrinking makes the list shorter. */
export function nth<T>(list: readonly T[], n: number): T {
  const value = list[n % list.length]
  if (value === undefined) throw new Error('BUG: an empty list in a catalogue')
  return value
}

/** Those values whose place in the mask is set; the mask never ends either. */
export function taken<T>(list: readonly T[], mask: readonly boolean[]): readonly T[] {
  return list.filter((_, i) => mask.length > 0 && mask[i % mask.length] === true)
}
