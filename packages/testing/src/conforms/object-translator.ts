import { formatProblem } from '@frrkit/model'
import type { ObjectTranslator, Translation, TranslatorInput } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from '../deep-freeze.ts'
import { expectIdentity } from './expect-identity.ts'

export type ObjectTranslatorCase = {
  /** Objects that the translator makes at least one object of, without a problem. */
  readonly input: TranslatorInput
}

/** What every translator must do, whatever it reads. `make` answers a new one, which remembers nothing. */
export function objectTranslatorConforms(
  name: string,
  make: () => ObjectTranslator,
  { input }: ObjectTranslatorCase,
): void {
  const frozen = { ...input, objects: deepFreeze([...input.objects]) }

  describe(`${name} is an object translator`, () => {
    test('it states the contract, a name, and the kinds that it reads', () => {
      const translator = make()
      expectIdentity(translator, { contract: 'object-translator/v1', define: 'defineObjectTranslator', name })
      expect(translator.kinds.length, 'list the kinds that it reads').toBeGreaterThan(0)
    })

    test('it makes something of the objects, and says that it was made', () => {
      const { objects, problems } = make().translate(frozen)
      expect(problems.map(formatProblem), 'give the suite objects without problems').toEqual([])
      expect(objects.length, 'give the suite objects of which something is made').toBeGreaterThan(0)
      const origins = objects.map((object) => Object.keys(object.origins ?? {}).length)
      expect(Math.min(...origins), 'each object says in `origins` who wrote what').toBeGreaterThan(0)
    })

    test('of no objects it makes nothing, and finds nothing wrong', () => {
      const { objects, problems } = make().translate({ ...frozen, objects: [] })
      expect({ objects, problems }, 'nobody asked for anything').toEqual({ objects: [], problems: [] })
    })

    test('the order of objects does not show', () => {
      const reversed = { ...frozen, objects: frozen.objects.toReversed() }
      expect(said(make().translate(reversed)), 'sort what it makes').toEqual(said(make().translate(frozen)))
    })

    test('the same objects again are the same JavaScript objects again', () => {
      const translator = make()
      const first = translator.translate(frozen).objects
      const again = translator.translate({ ...frozen, objects: [...frozen.objects] }).objects
      const known = again.map((object) => first.includes(object))
      expect(known, 'remember what was made of an object, in a WeakMap').toEqual(first.map(() => true))
    })

    test('what it remembers of other objects does not show', () => {
      const translator = make()
      translator.translate(frozen)
      const fewer = { ...frozen, objects: frozen.objects.slice(1) }
      const remembering = said(translator.translate(fewer))
      expect(remembering, 'what is made of an object depends on what is there now').toEqual(
        said(make().translate(fewer)),
      )
    })
  })
}

/** A translation as plain data: what it says when asked is asked. */
function said(translation: Translation): object {
  return Object.fromEntries(
    Object.entries<unknown>(translation).map(([name, value]) => [name, typeof value === 'function' ? value() : value]),
  )
}
