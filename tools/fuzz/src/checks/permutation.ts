import { compileWorld } from '../compile-world.ts'
import { expectSame } from './same-result.ts'
import type { Check, Trial } from './trial.ts'

/** The order in which objects and Secrets are found says nothing: same bytes, same problems. */
export const permutation: Check = ({ world, order }, compiled) => {
  const shuffled = { ...world, objects: shuffle(world.objects, order), secrets: shuffle(world.secrets, order) }
  expectSame(compiled, compileWorld(shuffled), 'the same objects in another order')
}

function shuffle<T>(list: readonly T[], order: Trial['order']): readonly T[] {
  const keyed = list.map((value, i) => ({ value, key: order[i % order.length] ?? 0 }))
  return keyed.toSorted((a, b) => a.key - b.key).map(({ value }) => value)
}
