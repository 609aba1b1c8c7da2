import { sourceObject } from './arbitrary/object.ts'
import { compileWorld } from './compile-world.ts'
import { benignWorld } from './injection/benign-world.ts'
import { hostile } from './injection/hostile.ts'
import type { World } from './world.ts'

/** A world that says the word in one place, as a name or as a password. */
const uses = {
  interface: (word: string) => ({ asn: 64_512, neighbors: [{ interface: word, asn: 64_513 }] }),
  vrf: (word: string) => ({ asn: 64_512, vrf: word, neighbors: [{ interface: 'eth0', asn: 64_513 }] }),
  password: (word: string, i: number) => ({
    asn: 64_512,
    vrf: 'passwords',
    neighbors: [{ interface: `eth${i}`, asn: 64_513, password: word }],
  }),
  sourceaddress: (word: string, i: number) => ({
    asn: 64_512,
    vrf: 'sources',
    // FRR ignores the source of an unnumbered session.
    neighbors: [{ address: `192.0.2.${i + 1}`, asn: 64_513, sourceaddress: word }],
  }),
} as const

/** Every hostile text that is accepted somewhere, all in one world: the odd names that FRR has to bear. */
export function oddNames(): World {
  const words = [...new Set(hostile.map(({ of }) => of('ab')))]
  const objects = Object.entries(uses).flatMap(([use, router]) =>
    words
      .map((word, i) => configuration(`${use}-${i}`, { routers: [router(word, i)] }))
      .filter((object) => compileWorld(worldOf([object])).ok),
  )
  const profiles = words
    .map((word, i) => configuration(`profile-${i}`, { bfdProfiles: [{ name: word }] }))
    .filter((object) => compileWorld(worldOf([object])).ok)
  return worldOf([...objects, ...profiles])
}

function worldOf(objects: World['objects']): World {
  return { objects, secrets: [], facts: { ...benignWorld.facts, alwaysBlock: [] } }
}

function configuration(name: string, bgp: object): World['objects'][number] {
  return sourceObject('FRRConfiguration', name, { bgp }, { unknownFields: 'refuse' })
}
