import type { SourceObject } from '@frrkit/model'
import { compileWorld } from '../compile-world.ts'
import { expectSame, expectSameText } from './same-result.ts'
import type { Check } from './trial.ts'

/**
 * Saying something twice says nothing new. The same object found in two files changes nothing at all. A copy under
 * another name changes no line of frr.conf, its raw text apart, which belongs to each object that writes it; and it does
 * not turn an accepted world into a refused one, or the other way round.
 */
export const repetition: Check = ({ world, twice }, compiled) => {
  const given = world.objects[twice % Math.max(1, world.objects.length)]
  if (given === undefined) return
  const again: SourceObject = { ...given, body: structuredClone(given.body) }
  expectSame(compiled, compileWorld({ ...world, objects: [again, ...world.objects] }), 'one object twice')

  if (given.object.kind !== 'FRRConfiguration') return
  const copied = compileWorld({ ...world, objects: [...world.objects, copyOf(given)] })
  if (copied.ok !== compiled.ok) throw new Error(`a copy of an object makes the world ${copied.ok ? 'ok' : 'not ok'}`)
  if (copied.ok && compiled.ok) expectSameText(compiled.value.frrConf, copied.value.frrConf, 'a copy of an object')
}

function copyOf({ object, body, ...rest }: SourceObject): SourceObject {
  const copy = structuredClone(body) as { spec?: { raw?: unknown } | null }
  if (typeof copy.spec === 'object' && copy.spec !== null && copy.spec.raw?.constructor === Object) delete copy.spec.raw
  return { ...rest, object: { ...object, name: `copy-of-${object.name}` }, body: copy }
}
