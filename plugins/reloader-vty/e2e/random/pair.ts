import { endsWhen, type FrrInstall } from '@frrkit/frr-lab'
import * as fc from 'fast-check'
import { arbitraryWorld } from './arbitrary-world.ts'
import { blend } from './blend.ts'
import type { World } from './world.ts'
import { writeWorld } from './write-world.ts'

/** Two texts that share most, some, or nothing. */
export function arbitraryPair(install: FrrInstall): fc.Arbitrary<readonly [string, string]> {
  const oneAs = endsWhen('a hidden default router comes back', install)
  const write = (world: World) => writeWorld(oneAs ? withOneAs(world) : world)
  return fc
    .tuple(arbitraryWorld, arbitraryWorld, fc.constantFrom(3, 10, 40, 100), fc.integer())
    .map(([one, other, share, start]) => [write(one), write(blend(one, other, chooser(start, share)))])
}

function withOneAs({ routers, ...rest }: World): World {
  const { default: main } = routers
  return { ...rest, routers: { ...routers, ...(main && { default: { ...main, asn: 64512 } }) } }
}

/** True for so many of a hundred questions. */
function chooser(start: number, share: number): () => boolean {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % 100 < share
  }
}
