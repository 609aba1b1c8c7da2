import type { Outcome, Reloader } from '@frrkit/plugin'
import { fakeClock, fakeReloader } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { createReloadLoop, type ReloadLoopOptions } from './reload-loop.ts'

const accepted: Outcome = { status: 'accepted', changed: true, words: '' }
const away: Outcome = { status: 'unreachable', words: 'nobody answers' }

function setUp(options: Partial<ReloadLoopOptions> = {}) {
  const clock = fakeClock()
  const fake = fakeReloader()
  const reported: Outcome[] = []
  const calls: string[] = []
  const reloader: Reloader = {
    ...fake,
    reload(frrConf, signal) {
      calls.push(`${clock.now()} ${frrConf}`)
      return fake.reload(frrConf, signal)
    },
  }
  const report = (outcome: Outcome) => void reported.push(outcome)
  const loop = createReloadLoop({ reloader, clock, interval: 1000, retryAfter: 5000, report, ...options })
  return { clock, fake, loop, reported, calls }
}

/** An apply that lasts until the test lets it end. */
function slowReloader() {
  const texts: string[] = []
  let end: ((outcome: Outcome) => void) | undefined
  const reloader: Reloader = {
    contract: 'reloader/v1',
    name: 'reloader-slow',
    reload(frrConf, signal) {
      texts.push(frrConf)
      return new Promise((resolve, reject) => {
        end = resolve
        signal.addEventListener('abort', () => reject(signal.reason))
      })
    },
  }
  return { reloader, texts, end: (outcome: Outcome) => end?.(outcome) }
}

test('a single change is applied at once', async () => {
  const { loop, calls, reported } = setUp()
  loop.want('A')
  await loop.idle()
  expect({ calls, reported }).toEqual({ calls: ['0 A'], reported: [accepted] })
})

test('the same text again does nothing', async () => {
  const { loop, clock, calls, reported } = setUp()
  loop.want('A')
  await clock.advance(60_000)
  loop.want('A')
  await clock.advance(60_000)
  expect({ calls, reported }).toEqual({ calls: ['0 A'], reported: [accepted] })
})

test('a thousand changes in a second are a handful of applies, and the last one is what FRR runs', async () => {
  const { loop, clock, calls, fake } = setUp({ interval: 300 })
  for (let i = 1; i <= 1000; i += 1) {
    loop.want(`change ${i}`)
    await clock.advance(1)
  }
  await clock.advance(1000)
  expect(calls).toEqual(['0 change 1', '300 change 300', '600 change 600', '900 change 900', '1200 change 1000'])
  expect(await fake.running?.(new AbortController().signal)).toBe('change 1000')
  expect(clock.pending()).toBe(0)
})

test('a change and its undoing within the interval apply nothing', async () => {
  const { loop, clock, calls } = setUp()
  loop.want('A')
  await loop.idle()
  loop.want('B')
  loop.want('A')
  await clock.advance(60_000)
  expect(calls).toEqual(['0 A'])
})

test('one at a time: what is wanted meanwhile waits, and the newest wins', async () => {
  const slow = slowReloader()
  const { loop, clock } = setUp({ reloader: slow.reloader })
  loop.want('A')
  loop.want('B')
  await clock.advance(10_000)
  loop.want('C')
  expect(slow.texts).toEqual(['A'])
  slow.end(accepted)
  await clock.advance(0)
  expect(slow.texts).toEqual(['A', 'C'])
})

test('a text that comes while nobody answers is tried after the interval', async () => {
  const slow = slowReloader()
  const { loop, clock } = setUp({ reloader: slow.reloader })
  loop.want('A')
  await clock.advance(100)
  loop.want('B')
  slow.end(away)
  await clock.advance(1000)
  expect(slow.texts).toEqual(['A', 'B'])
})

test('stop begins nothing more and waits for the apply that runs', async () => {
  const slow = slowReloader()
  const { loop, clock, reported } = setUp({ reloader: slow.reloader })
  loop.want('A')
  loop.want('B')
  let stopped = false
  const stop = loop.stop().then(() => (stopped = true))
  await clock.advance(9_999)
  expect(stopped).toBe(false)
  slow.end(accepted)
  await stop
  loop.want('C')
  loop.again()
  await clock.advance(60_000)
  expect({ texts: slow.texts, reported, timers: clock.pending() }).toEqual({
    texts: ['A'],
    reported: [accepted],
    timers: 0,
  })
})

test('stop breaks off an apply that takes too long, and says so', async () => {
  const slow = slowReloader()
  const { loop, clock, reported } = setUp({ reloader: slow.reloader })
  loop.want('A')
  const stop = loop.stop()
  await clock.advance(10_000)
  await stop
  const words = 'stopped before FRR had taken all of it; the next start reads what it runs, and goes on from there'
  expect({ reported, timers: clock.pending() }).toEqual({
    reported: [{ status: 'unreachable', stopped: true, words }],
    timers: 0,
  })
})

test('stop forgets the next try', async () => {
  const { loop, clock, calls, fake } = setUp()
  fake.answer(away)
  loop.want('A')
  await loop.idle()
  await loop.stop()
  await clock.advance(60_000)
  expect(calls).toEqual(['0 A'])
})

test('the signal ends the apply that runs, and nothing is reported of it', async () => {
  const slow = slowReloader()
  const ended = new AbortController()
  const { loop, reported, clock } = setUp({ reloader: slow.reloader, signal: ended.signal })
  loop.want('A')
  ended.abort()
  await loop.stop()
  await loop.idle()
  expect({ reported, timers: clock.pending() }).toEqual({ reported: [], timers: 0 })
})

test('idle waits for a change that is waiting for its interval', async () => {
  const { loop, clock, calls } = setUp()
  loop.want('A')
  await loop.idle()
  loop.want('B')
  let idle = false
  const wait = loop.idle().then(() => (idle = true))
  await clock.advance(999)
  expect(idle).toBe(false)
  await clock.advance(1)
  await wait
  expect(calls).toEqual(['0 A', '1000 B'])
})
