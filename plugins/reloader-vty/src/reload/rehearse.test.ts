import { expect, test } from 'vitest'
import { madeUp, rehearse, rehearseChange } from './rehearse.ts'

test('a change of one prefix is proved by a question for its entry and one for its network', () => {
  const [fewer, more] = [madeUp(2), madeUp(3)]
  expect([rehearseChange(fewer, more), rehearseChange(more, fewer)]).toEqual([2, 2])
})

test('ends with whoever watches', async () => {
  await expect(rehearse(AbortSignal.abort())).resolves.toBeUndefined()
})
