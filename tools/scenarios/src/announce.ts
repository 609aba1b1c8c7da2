import { families, familyOf, type PeerName } from './places.ts'
import type { World } from './world.ts'

/** What peers announce. */
export type Announcements = {
  readonly add: (name: PeerName, prefixes: readonly string[]) => Promise<void>
  readonly withdrawAll: () => Promise<void>
}

export function announcements({ configurePeer }: World): Announcements {
  const made: { readonly name: PeerName; readonly prefixes: readonly string[] }[] = []
  return {
    async add(name, prefixes) {
      made.push({ name, prefixes })
      await configurePeer(name, networkLines(prefixes, 'network'))
    },
    async withdrawAll() {
      for (const { name, prefixes } of made.splice(0)) await configurePeer(name, networkLines(prefixes, 'no network'))
    },
  }
}

/** The lines that announce prefixes, or (`no network`) withdraw them. */
export function networkLines(prefixes: readonly string[], word: string): readonly string[] {
  return families.flatMap((family) => [
    `address-family ${family} unicast`,
    ...prefixes.filter((prefix) => familyOf(prefix) === family).map((prefix) => `${word} ${prefix}`),
    'exit-address-family',
  ])
}
