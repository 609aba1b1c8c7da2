import { fakeClock } from '@frrkit/testing'
import { expect, onTestFinished, test } from 'vitest'
import { done, type KubeError, type KubeResult } from './kube-error.ts'
import { reconcileLoop } from './reconcile-loop.ts'

const away: KubeError = { reason: 'unreachable', request: 'get x', words: 'nobody listens' }

function start(answer: () => KubeResult<unknown> = () => done) {
  const [clock, ended] = [fakeClock(), new AbortController()]
  const at: number[] = []
  const troubles: (string | undefined)[] = []
  const loop = reconcileLoop({
    reconcile: async () => {
      at.push(clock.now())
      return answer()
    },
    clock,
    troubled: (error) => troubles.push(error?.words),
    signal: ended.signal,
  })
  onTestFinished(async () => {
    ended.abort()
    await loop.ended
  })
  return { clock, loop, at, troubles }
}

test('nothing is done without being asked', async () => {
  const { clock, at } = start()
  await clock.advance(60_000)
  expect(at).toEqual([])
})

test('the first request is followed at once, a burst as often as the interval allows', async () => {
  const { clock, loop, at } = start()
  for (let i = 0; i < 10; i++) {
    loop.request()
    await clock.advance(50)
  }
  await clock.advance(60_000)
  expect(at).toEqual([0, 250, 500])
})

test('a failure is followed by ever longer pauses, whatever is asked, and told of once', async () => {
  let answer: KubeResult<unknown> = { ok: false, error: away }
  const { clock, loop, at, troubles } = start(() => answer)
  loop.request()
  for (let i = 0; i < 8; i++) {
    await clock.advance(900)
    loop.request()
  }
  expect(at).toEqual([0, 1000, 3000, 7000])
  expect(troubles).toEqual(['nobody listens'])
  answer = done
  await clock.advance(60_000)
  expect(at.slice(4)).toEqual([15_000])
  expect(troubles).toEqual(['nobody listens', undefined])
})

test('a server that asks to wait is waited for', async () => {
  const { clock, loop, at } = start(() => ({ ok: false, error: { ...away, retryAfter: 5000 } }))
  loop.request()
  await clock.advance(5000)
  expect(at).toEqual([0, 5000])
})
