import { fakeClock } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { createDebounce, createWindow } from './debounce.ts'

function setUp() {
  const clock = fakeClock()
  const runs: number[] = []
  const debounce = createDebounce(clock, 1000, () => runs.push(clock.now()))
  return { clock, runs, debounce }
}

test.each([
  { case: 'a single request runs at once', requests: [0], runs: [0] },
  { case: 'a second one in the interval runs at its end', requests: [0, 1], runs: [0, 1000] },
  { case: 'a burst runs twice', requests: [0, 10, 20, 30, 900], runs: [0, 1000] },
  { case: 'after a quiet interval the next one runs at once', requests: [0, 1000], runs: [0, 1000] },
  { case: 'the interval counts from the run, not from the request', requests: [0, 500, 1500], runs: [0, 1000, 2000] },
  {
    case: 'requests without end run once per interval',
    requests: range(0, 5000, 100),
    runs: [0, 1000, 2000, 3000, 4000, 5000],
  },
])('$case', async ({ requests, runs: expected }) => {
  const { clock, runs, debounce } = setUp()
  for (const at of requests) {
    await clock.advance(at - clock.now())
    debounce.request()
  }
  await clock.advance(10_000)
  expect(runs).toEqual(expected)
})

test('a cancelled run does not happen; the next request still keeps the interval', async () => {
  const { clock, runs, debounce } = setUp()
  debounce.request()
  debounce.request()
  expect(debounce.waiting).toBe(true)
  debounce.cancel()
  expect(debounce.waiting).toBe(false)
  await clock.advance(300)
  debounce.request()
  await clock.advance(5000)
  expect(runs).toEqual([0, 1000])
  expect(clock.pending()).toBe(0)
})

test('a window begins with the first request and is not prolonged by others', async () => {
  const clock = fakeClock()
  const runs: number[] = []
  const window = createWindow(clock, 3000, () => runs.push(clock.now()))
  for (const at of [0, 1000, 2999, 3001, 4000]) {
    await clock.advance(at - clock.now())
    window.request()
  }
  expect(window.waiting).toBe(true)
  await clock.advance(10_000)
  window.request()
  window.cancel()
  await clock.advance(10_000)
  expect({ runs, waiting: window.waiting }).toEqual({ runs: [3000, 6001], waiting: false })
})

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: (to - from) / step }, (_, i) => from + i * step)
}
