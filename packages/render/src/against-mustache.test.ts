import * as fc from 'fast-check'
import Mustache from 'mustache'
import { expect, test } from 'vitest'
import { compileTemplate } from './compile-template.ts'

const names = ['a', 'b', 'c', 'd'] as const
const aName = fc.constantFrom(...names)
const aText = fc.constantFrom('\n', ' ', '  ', 'x', 'neighbor ', '<&>"', ' \n', '\n\n')

/** Templates in our subset, as text: sections and partials alone on their lines, and in the middle of one. */
const { template: aTemplate } = fc.letrec<{ template: string; part: string }>((tie) => ({
  template: fc.array(tie('part'), { maxLength: 6 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    aText,
    aName.map((name) => `{{${name}}}`),
    fc.constant('{{.}}'),
    fc.constant('{{! a comment }}'),
    fc.constantFrom('\n{{> one}}\n', '\n  {{> one}}\n', '\n{{> two}}\n', '\n \t{{> two}}\n'),
    fc.tuple(aName, tie('template')).map(([name, inner]) => `{{#${name}}}${inner}{{/${name}}}`),
    fc.tuple(aName, tie('template')).map(([name, inner]) => `\n{{#${name}}}\n${inner}\n{{/${name}}}\n`),
    fc.tuple(aName, tie('template')).map(([name, inner]) => `\n  {{^${name}}}\n${inner}{{/${name}}}\n`),
    tie('template').map((inner) => `{{#a}}{{#.}}${inner}{{/.}}{{/a}}`),
  ),
}))

/** Templates for the partials `one` and `two`; only the first may name the second, so that there is no circle. */
const somePartials = fc
  .tuple(aTemplate, aTemplate)
  .map(([one, two]) => ({ one: one.replaceAll('> one', '> two'), two: two.replaceAll(/\{\{> \w+\}\}/g, '') }))

const scalar = fc.constantFrom('', 'text', '<b>&', 0, 7, -1, 4_294_967_295, true, false)
const { value: aValue } = fc.letrec<{ value: unknown; element: unknown; view: object }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(undefined, null), tie('element')),
  // Mustache throws at a list with nothing in one of its places.
  element: fc.oneof({ depthSize: 'small' }, scalar, tie('view'), fc.array(tie('element'), { maxLength: 3 })),
  view: fc.dictionary(aName, tie('value')),
}))

/** Every name has a value at the outermost level, so that no tag is without data. */
const aView = fc.record(Object.fromEntries(names.map((name) => [name, aValue])))

test('compiled templates write what Mustache writes, byte for byte', () => {
  let compared = 0
  fc.assert(
    fc.property(aTemplate, somePartials, aView, (text, parts, view) => {
      const { refusals, fill } = compileTemplate({ template: text, partials: parts })
      expect(refusals).toEqual([])
      const filled = fill(view)
      // Where Mustache would print [object Object] or a list with commas, we say that the tag has no data.
      if (filled.unfilled.length > 0) return
      compared += 1
      expect(filled.text).toBe(Mustache.render(text, view, parts, { escape: String }))
    }),
    { numRuns: 2000 },
  )
  expect(compared).toBeGreaterThan(300)
})
