import { expect, test } from 'vitest'
import { fakeClock } from './clock.ts'

test('timers fire in the order of their time, those set by other timers included', async () => {
  const clock = fakeClock(1000)
  const fired: [string, number][] = []
  const note = (name: string) => () => {
    fired.push([name, clock.now()])
    if (name === 'first') clock.setTimer(5, note('from first'))
  }
  clock.setTimer(20, note('last'))
  clock.setTimer(10, note('first'))
  clock.setTimer(30, note('too late'))
  await clock.advance(20)
  expect(fired).toEqual([
    ['first', 1010],
    ['from first', 1015],
    ['last', 1020],
  ])
  expect([clock.now(), clock.pending()]).toEqual([1020, 1])
})

test('a timer that was forgotten does not fire', async () => {
  const clock = fakeClock()
  const forget = clock.setTimer(10, () => expect.unreachable())
  forget()
  await clock.advance(10)
  expect(clock.pending()).toBe(0)
})

test('whoever a timer wakes goes on before the next timer fires', async () => {
  const clock = fakeClock()
  const steps: string[] = []
  const sleep = (ms: number) => new Promise<void>((resolve) => clock.setTimer(ms, resolve))
  const walk = async () => {
    await sleep(10)
    steps.push(`woke at ${clock.now()}`)
    await sleep(10)
    steps.push(`woke at ${clock.now()}`)
  }
  const walking = walk()
  clock.setTimer(15, () => steps.push(`timer at ${clock.now()}`))
  await clock.advance(30)
  await walking
  expect(steps).toEqual(['woke at 10', 'timer at 15', 'woke at 20'])
})
