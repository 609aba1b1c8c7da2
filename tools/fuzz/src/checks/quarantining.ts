import type { SourceObject } from '@frrkit/model'
import { objectName } from '@frrkit/model'
import { compileWorld } from '../compile-world.ts'
import { expectSameText } from './same-result.ts'
import type { Check } from './trial.ts'

/** Policy `quarantine` is policy `keep` without the objects that it leaves out, and leaves none out without need. */
export const quarantining: Check = ({ world }, compiled) => {
  const result = compileWorld(world, { policy: 'quarantine' })
  if (!result.ok) {
    if (compiled.ok) throw new Error('quarantine refuses what keep accepts')
    return
  }
  const out = new Set(result.value.leftOut.map(objectName))
  if (compiled.ok !== (out.size === 0)) throw new Error(`quarantine leaves out ${out.size} of a world that is fine`)
  const stays = ({ object }: SourceObject) => !out.has(objectName(object))
  const rest = compileWorld({ ...world, objects: world.objects.filter(stays) })
  if (!rest.ok) throw new Error('keep refuses what quarantine leaves')
  expectSameText(rest.value.frrConf, result.value.frrConf, 'quarantine, and keep of what it leaves')
  for (const back of world.objects.filter((object) => !stays(object))) {
    const more = compileWorld({ ...world, objects: world.objects.filter((object) => stays(object) || object === back) })
    if (more.ok) throw new Error(`quarantine leaves out ${objectName(back.object)} without need`)
  }
}
