import { ok } from '@frrkit/model'
import { defineReloader, defineRenderTarget } from '@frrkit/plugin'
import { fakeReloader, fakeSource } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { checkAssembly } from './check-assembly.ts'

const target = defineRenderTarget({ name: 'target-x', place: 'body', template: '', view: () => ok({}) })
const named = (name: string) =>
  defineReloader({ name, reload: async () => ({ status: 'accepted', changed: false, words: '' }) })

test.each([
  { case: 'no source', plugins: [target, fakeReloader()], says: ['no config source'] },
  { case: 'no target and no reloader', plugins: [fakeSource()], says: ['no render target', 'no reloader'] },
  {
    case: 'two reloaders',
    plugins: [fakeSource(), target, named('reloader-a'), named('reloader-b')],
    says: ['more than one reloader'],
  },
])('$case is no daemon', ({ plugins, says }) => {
  const assembly = checkAssembly(plugins)
  expect(!assembly.ok && assembly.problems.map(({ reason }) => reason)).toEqual(says)
})

test('one of each is', () => {
  expect(checkAssembly([fakeSource(), target, fakeReloader()]).ok).toBe(true)
})
