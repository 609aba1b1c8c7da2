import * as fc from 'fast-check'
import { arbitraryWorld } from './arbitrary-world.ts'
import { blend } from './blend.ts'
import { writeWorld } from './write-world.ts'

/** Two texts that share most, some, or nothing. */
export const arbitraryPair: fc.Arbitrary<readonly [string, string]> = fc
  .tuple(arbitraryWorld, arbitraryWorld, fc.constantFrom(3, 10, 40, 100), fc.integer())
  .map(([one, other, share, start]) => {
    const choose = chooser(start, share)
    return [writeWorld(one), writeWorld(blend(one, other, choose))]
  })

/** True for so many of a hundred questions. */
function chooser(start: number, share: number): () => boolean {
  let state = start >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % 100 < share
  }
}
