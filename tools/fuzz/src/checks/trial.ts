import type { Compiled } from '@frrkit/daemon/compile'
import type { Result } from '@frrkit/model'
import * as fc from 'fast-check'
import { worlds } from '../arbitrary/worlds.ts'
import type { World } from '../world.ts'

/** A world, and the choices that checks make in it. */
export type Trial = {
  readonly world: World
  /** Sort keys for objects and Secrets; the list never ends. */
  readonly order: readonly number[]
  /** Which objects stay when some are taken away. */
  readonly kept: readonly boolean[]
  /** Which object is said twice. */
  readonly twice: number
}

export const trials: fc.Arbitrary<Trial> = fc.record({
  world: worlds,
  order: fc.array(fc.nat(1000), { minLength: 1, maxLength: 10 }),
  kept: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
  twice: fc.nat(5),
})

/** Something that holds in every world. Throws where it does not, with words that say what is wrong. */
export type Check = (trial: Trial, compiled: Result<Compiled>) => void
