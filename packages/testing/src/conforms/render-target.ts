import type { FrrModel } from '@frrkit/model'
import type { RenderTarget } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { aFullModel, fullModelPassword } from '../a-full-model.ts'
import { aModel } from '../a-model.ts'
import { deepFreeze } from '../deep-freeze.ts'
import { renderAlone } from '../plain-mustache.ts'
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
      expect(target.contract).toBe('render-target/v1')
      expect(target.name).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
      expect(['head', 'body', 'tail']).toContain(target.place)
    })

    test('it has something to write about a model that says everything', () => {
      expect(render(fullModel)).not.toBe('')
    })

    test.each([
      { case: 'an empty model', model: aModel() },
      { case: 'a model that says everything', model: fullModel },
    ])('every tag finds data in the view of $case, and every line ends', ({ model }) => {
      expect(render(model)).toMatch(/^$|\n$/)
    })

    test('every tag of the templates is filled by the full model', () => {
      const view = target.view(fullModel)
      const filled = filledNames(view.ok ? view.value : {})
      expect(templates.flatMap(tagNames).filter((name) => !filled.has(name))).toEqual([])
    })

    test('no tag has a name that every object inherits', () => {
      expect(templates.flatMap(tagNames).filter((name) => name in Object.prototype)).toEqual([])
    })

    test('the same model gives the same text', () => {
      expect(render(structuredCopy(fullModel))).toBe(render(fullModel))
    })

    test('comments about origins add lines and change none', () => {
      const annotated = render(fullModel, '{{#origins}}\n! {{path}}\n{{/origins}}\n')
      expect(annotated.replace(/^ *! .*\n/gm, '')).toBe(render(fullModel))
      expect(annotated.match(/^ *! .*/gm)?.join('\n') ?? '').not.toContain(fullModelPassword)
    })
  })
}

/** Other objects with the same content; functions, such as those of a secret, stay the same. */
function structuredCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(structuredCopy) as T
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, structuredCopy(inner)])) as T
}
