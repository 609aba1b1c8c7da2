import type { FrrModel } from '@frrkit/model'
import type { RenderTarget } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { aFullModel, fullModelPassword } from '../a-full-model.ts'
import { aModel } from '../a-model.ts'
import { deepFreeze } from '../deep-freeze.ts'
import { renderAlone } from '../plain-mustache.ts'
import { expectIdentity } from './expect-identity.ts'
import { filledNames, strictly, tagNames } from './tags.ts'

export type RenderTargetCase = {
  /** A model that makes the target write everything it can, where the built-in one does not: for a slot, say. */
  readonly fullModel?: FrrModel
}

/** What every render target must do, whatever it renders. */
export function renderTargetConforms(target: RenderTarget, { fullModel = aFullModel() }: RenderTargetCase = {}): void {
  const templates = [target.template, ...Object.values(target.partials ?? {})]
  const render = (model: FrrModel, annotation = '') => renderAlone(strictly(target), deepFreeze(model), annotation)

  describe(`${target.name} is a render target`, () => {
    test('it states the contract, a name like its package, and a place', () => {
      expectIdentity(target, { contract: 'render-target/v2', define: 'defineRenderTarget' })
      expect(['head', 'body', 'tail'], 'say where in frr.conf it belongs').toContain(target.place)
    })

    test('it has something to write about a model that says everything', () => {
      expect(render(fullModel), 'give the suite a fullModel that it writes something of').not.toBe('')
    })

    test.each([
      { case: 'an empty model', model: aModel() },
      { case: 'a model that says everything', model: fullModel },
    ])('every tag finds data in the view of $case, and every line ends', ({ model }) => {
      expect(render(model), 'end the template with a newline').toMatch(/^$|\n$/)
    })

    test('every tag of the templates is filled by the full model', () => {
      const view = target.view(fullModel)
      const filled = filledNames(view.ok ? view.value : {})
      const never = templates.flatMap(tagNames).filter((name) => !filled.has(name))
      expect(never, 'the view fills these tags with nothing: a typo, or a fullModel that says too little').toEqual([])
    })

    test('no tag has a name that every object inherits', () => {
      const inherited = templates.flatMap(tagNames).filter((name) => name in Object.prototype)
      expect(inherited, 'rename these tags: Mustache finds them in every object').toEqual([])
    })

    test('the same model gives the same text', () => {
      const again = render(structuredCopy(fullModel))
      expect(again, 'the view decides by the model alone: no clock, no counter').toBe(render(fullModel))
    })

    test('comments about origins add lines and change none', () => {
      // A mark that tells them from comments of the target's own.
      const annotated = render(fullModel, '{{#origins}}\n! @origin {{path}}\n{{/origins}}\n')
      const without = annotated.replace(/^ *! @origin .*\n/gm, '')
      expect(without, 'put {{> origins}} alone on its line').toBe(render(fullModel))
      expect(annotated.match(/^ *! @origin .*/gm)?.join('\n') ?? '').not.toContain(fullModelPassword)
    })
  })
}

/** Other objects with the same content; functions, such as those of a secret, stay the same. */
function structuredCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(structuredCopy) as T
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)])) as T
}
