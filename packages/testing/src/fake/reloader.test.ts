import { expect, test } from 'vitest'
import { reloaderConforms } from '../conforms/reloader.ts'
import { fakeReloader } from './reloader.ts'

reloaderConforms('reloader-fake', async () => ({ reloader: fakeReloader(), good: 'hostname a\n', bad: 'refuse\n' }))

test('answers come in order, then it accepts again, and runs what it accepted', async () => {
  const reloader = fakeReloader()
  const { signal } = new AbortController()
  reloader.answer({ status: 'unreachable', words: 'no socket' })
  expect(await reloader.reload('a', signal)).toEqual({ status: 'unreachable', words: 'no socket' })
  expect(await reloader.running?.(signal)).toBe('')
  expect(await reloader.reload('a', signal)).toEqual({ status: 'accepted', changed: true, words: '' })
  expect(await reloader.running?.(signal)).toBe('a')
  expect(reloader.asked).toEqual(['a', 'a'])
})
