import { compileWorld } from '../compile-world.ts'
import type { World } from '../world.ts'
import { expectSame } from './same-result.ts'
import type { Check } from './trial.ts'

/**
 * What is remembered of objects makes the next compile faster, and nothing else: after compiles of other worlds with the
 * same objects, the answer is that for objects which nobody has seen before.
 */
export const memory: Check = ({ world, kept }, compiled) => {
  const some = { ...world, objects: world.objects.filter((_, i) => kept[i % kept.length] === true) }
  const partly = compileWorld(some)
  expectSame(compileWorld(unseen(some)), partly, 'some of the objects, seen before in other company')
  const again = compileWorld(world)
  const fresh = compileWorld(unseen(world))
  expectSame(fresh, compiled, 'objects that were compiled for the first time')
  expectSame(fresh, again, 'objects that were compiled before, all and in part')
}

/** Memory is kept by identity. */
function unseen(world: World): World {
  return { ...world, objects: structuredClone(world.objects) }
}
