import { ok } from '@frrkit/model'
import { defineRenderTarget } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { aModel } from '../a-model.ts'
import { renderAlone } from '../plain-mustache.ts'
import { filledNames, strictly, tagNames } from './tags.ts'

test('the names that a template asks for, at any depth', () => {
  expect(tagNames('{{#a}}{{b}}{{^c}}{{.}}{{/c}}{{/a}}{{> d}}{{! e }}')).toEqual(['a', 'b', 'c'])
})

test('the names that a view fills, at any depth', () => {
  const view = { a: [{ b: 0, c: undefined }, { d: { e: 'x' } }], f: false, g: '' }
  expect([...filledNames(view)]).toEqual(['a', 'b', 'd', 'e'])
})

const target = (template: string, view: object) =>
  defineRenderTarget({ name: 'target-x', place: 'body', template, view: () => ok(view) })

test.each([
  { case: 'at the outermost level', template: '{{nmae}}', view: { name: 'a' } },
  { case: 'inside a list', template: '{{#peers}}{{nmae}}{{/peers}}', view: { peers: [{ name: 'a' }] } },
])('plain Mustache throws at a tag without data: $case', ({ template, view }) => {
  expect(() => renderAlone(strictly(target(template, view)), aModel())).toThrow(
    'BUG: the view of target-x has no data for {{nmae}}',
  )
})

test('a key that is there and says nothing is an answer', () => {
  const view = { peers: [{ name: undefined }] }
  expect(renderAlone(strictly(target('{{#peers}}[{{name}}]{{/peers}}', view)), aModel())).toBe('[]')
})
