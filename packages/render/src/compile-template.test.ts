import { expect, test } from 'vitest'
import { compileTemplate } from './compile-template.ts'

const compile = (template: string, partials: Readonly<Record<string, string>> = {}) =>
  compileTemplate({ template, partials })

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
