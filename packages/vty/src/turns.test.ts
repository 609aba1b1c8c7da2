import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('one after the other, whatever became of the one before', async () => {
  const turns = createTurns()
  const log: string[] = []
  const step =
    (name: string, fails = false) =>
    async (): Promise<string> => {
      log.push(`${name} begins`)
      await Promise.resolve()
      log.push(`${name} ends`)
      if (fails) throw new Error(name)
      return name
    }
  const [a, b, c] = [turns.take(step('a')), turns.take(step('b', true)), turns.take(step('c'))]
  expect(await a).toBe('a')
  await expect(b).rejects.toThrow('b')
  expect(await c).toBe('c')
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
})

test('whoever gives up while waiting never begins, and holds nobody up', async () => {
  const turns = createTurns()
  const abort = new AbortController()
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = turns.take(() => promise)
  let began = false
  const second = turns.take(async () => {
    began = true
  }, abort.signal)
  const third = turns.take(async () => 'third')
  abort.abort(new Error('enough'))
  await expect(second).rejects.toThrow('enough')
  resolve()
  await first
  expect(await third).toBe('third')
  expect(began).toBe(false)
})
