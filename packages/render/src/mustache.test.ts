import fc from 'fast-check'
import Mustache from 'mustache'
import { describe, expect, test } from 'vitest'
import { compileTemplate } from './compile-template.ts'

const names = ['a', 'b', 'c', 'd'] as const
const aName = fc.constantFrom(...names)
const aText = fc.constantFrom('\n', ' ', '  ', 'x', 'neighbor ', '<&>"', ' \n', '\n\n')

/** Templates in our subset, as text: sections and partials alone on their lines, and in the middle of one. */
const { template } = fc.letrec<{ template: string; part: string }>((tie) => ({
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
const partials = fc
  .tuple(template, template)
  .map(([one, two]) => ({ one: one.replaceAll('> one', '> two'), two: two.replaceAll(/\{\{> \w+\}\}/g, '') }))

const scalar = fc.constantFrom('', 'text', '<b>&', 0, 7, -1, 4_294_967_295, true, false)
const { value } = fc.letrec<{ value: unknown; element: unknown; view: object }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(undefined, null), tie('element')),
  // Mustache throws at a list with nothing in one of its places.
  element: fc.oneof({ depthSize: 'small' }, scalar, tie('view'), fc.array(tie('element'), { maxLength: 3 })),
  view: fc.dictionary(aName, tie('value')),
}))

/** Every name has a value at the outermost level, so that no tag is without data. */
const aView = fc.record(Object.fromEntries(names.map((name) => [name, value])))

describe('compiled templates', () => {
  test('write what Mustache writes, byte for byte', () => {
    let compared = 0
    fc.assert(
      fc.property(template, partials, aView, (text, parts, view) => {
        const { refusals, fill } = compileTemplate({ template: text, partials: parts, annotate: false })
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
})

const compile = (template: string, partials: Readonly<Record<string, string>> = {}) =>
  compileTemplate({ template, partials, annotate: false })

test.each([
  {
    case: 'a section that does not end',
    template: '{{#routers}}',
    reason: 'Unclosed section "routers" at 12',
  },
  {
    case: 'other delimiters',
    template: '{{=<% %>=}}',
    reason: '{{=<% %>=}}: the delimiters stay {{ and }}',
  },
  {
    case: 'a triple mustache',
    template: '{{{name}}}',
    reason: '{{{name}}}: nothing is escaped here, so write {{name}}',
  },
  {
    case: 'an ampersand',
    template: '{{& name}}',
    reason: '{{{name}}}: nothing is escaped here, so write {{name}}',
  },
  {
    case: 'a name with a dot',
    template: '{{timers.hold}}',
    reason: '{{timers.hold}}: a name is one word; write {{#timers}}{{hold}}{{/timers}} for {{timers.hold}}',
  },
  {
    case: 'a name of two words',
    template: '{{^hold time}}{{/hold time}}',
    reason: '{{hold time}}: a name is one word of letters, digits, - and _',
  },
  {
    case: 'a name that every object inherits',
    template: '{{#routers}}{{constructor}}{{/routers}}',
    reason: '{{constructor}}: every JavaScript object inherits this name; call it something else',
  },
  {
    case: 'a partial that nobody provides',
    template: '{{> profile}}',
    reason: '{{> profile}}: there is no partial of this name',
  },
  {
    case: 'a partial with an inherited name',
    template: '{{> toString}}',
    reason: '{{> toString}}: there is no partial of this name',
  },
  {
    case: 'a partial in the middle of a line',
    template: '  neighbor {{> profile}}',
    partials: { profile: '' },
    reason: '{{> profile}}: a partial begins its line',
  },
])('refused: $case', ({ template, partials, reason }) => {
  expect(compile(template, partials).refusals).toEqual([{ part: 'template', reason }])
})

test('refused: a partial that contains itself, however far away', () => {
  expect(compile('{{> a}}', { a: '{{#x}}\n{{> b}}\n{{/x}}\n', b: '{{> a}}\n' }).refusals).toEqual([
    { part: 'partial b', reason: '{{> a}}: the partial contains itself (a > b > a)' },
  ])
})

test('refused: a partial of the name that the renderer keeps for itself', () => {
  expect(compile('', { origins: '! me\n' }).refusals).toEqual([
    { part: 'partial origins', reason: 'this name is taken: {{> origins}} is the renderer’s own' },
  ])
})

test('one partial may stand in two places', () => {
  expect(compile('{{> a}}{{#x}}{{> a}}{{/x}}', { a: '{{x}}\n' })).toMatchObject({ refusals: [] })
})

test.each([
  { case: 'a misspelt variable', template: '{{nmae}}', view: { name: 'a' }, unfilled: ['nmae'] },
  { case: 'a misspelt section', template: '{{#a}}{{#peers}}{{/peers}}{{/a}}', view: { a: [{}] }, unfilled: ['peers'] },
  { case: 'a misspelt inverted section', template: '{{^peers}}none{{/peers}}', view: {}, unfilled: ['peers'] },
  { case: 'an object where text is wanted', template: '{{a}}', view: { a: {} }, unfilled: ['a'] },
  { case: 'a truth value where text is wanted', template: '{{a}}', view: { a: true }, unfilled: ['a'] },
  { case: 'a function', template: '{{a}}', view: { a: () => 'x' }, unfilled: ['a'] },
  { case: 'a key that is there and says nothing', template: '{{a}}{{#a}}{{/a}}', view: { a: undefined }, unfilled: [] },
  { case: 'a tag that is never reached', template: '{{#a}}{{nmae}}{{/a}}', view: { a: [] }, unfilled: [] },
  { case: 'several, sorted', template: '{{y}}{{x}}{{y}}', view: {}, unfilled: ['x', 'y'] },
])('tags without data: $case', ({ template, view, unfilled }) => {
  expect(compile(template).fill(view).unfilled).toEqual(unfilled)
})
