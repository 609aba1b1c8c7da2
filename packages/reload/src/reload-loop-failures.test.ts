import type { Outcome, Reloader } from '@frrkit/plugin'
import { fakeClock, fakeReloader } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { createReloadLoop, type ReloadLoopOptions } from './reload-loop.ts'

const accepted: Outcome = { status: 'accepted', changed: true, words: '' }
const same: Outcome = { status: 'accepted', changed: false, words: '' }
const away: Outcome = { status: 'unreachable', words: 'nobody answers' }
const refused: Outcome = { status: 'rejected', running: 'unchanged', words: '% no' }
const mixture: Outcome = { status: 'rejected', running: 'unknown', words: '% no' }

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

test('a refused text is not tried again by itself, nor when it is wanted again', async () => {
  const { loop, clock, calls, reported, fake } = setUp()
  fake.answer(refused)
  loop.want('A')
  await clock.advance(600_000)
  loop.want('A')
  await clock.advance(600_000)
  expect({ calls, reported }).toEqual({ calls: ['0 A'], reported: [refused] })
})

test('after a refusal that changed nothing, the next text is applied as ever', async () => {
  const { loop, clock, calls, reported, fake } = setUp()
  loop.want('A')
  await clock.advance(1000)
  fake.answer(refused)
  loop.want('B')
  await clock.advance(1000)
  loop.want('C')
  await clock.advance(1000)
  expect(calls).toEqual(['0 A', '1000 B', '2000 C'])
  expect(reported).toEqual([accepted, refused, accepted])
})

test('the refused text is taken back: that FRR runs what is wanted is the last word, not the refusal', async () => {
  const { loop, clock, calls, reported, fake } = setUp()
  loop.want('A')
  await clock.advance(1000)
  fake.answer(refused, same)
  loop.want('B')
  await clock.advance(1000)
  loop.want('A')
  await clock.advance(600_000)
  expect(calls).toEqual(['0 A', '1000 B', '2000 A'])
  expect(reported).toEqual([accepted, refused, same])
})

test('a refused text that is wanted again after another one was accepted is tried again, and not passed over', async () => {
  const { loop, clock, reported, fake } = setUp()
  fake.answer(refused, accepted, refused)
  for (const text of ['B', 'A', 'B']) {
    loop.want(text)
    await clock.advance(1000)
  }
  expect(reported).toEqual([refused, accepted, refused])
})

test('a refusal that leaves a mixture is followed by the last good text at once, and both are one report', async () => {
  const { loop, clock, calls, reported, fake } = setUp()
  loop.want('A')
  await clock.advance(1000)
  fake.answer(mixture, same)
  loop.want('B')
  await clock.advance(600_000)
  expect(calls).toEqual(['0 A', '1000 B', '1000 A'])
  expect(reported).toEqual([
    accepted,
    {
      status: 'rejected',
      running: 'unchanged',
      words: '% no\nThe configuration that FRR accepted last was applied again.',
    },
  ])
})

test('the last good text may be older than this process', async () => {
  const { loop, clock, calls, fake } = setUp({ lastGood: 'A' })
  fake.answer(mixture)
  loop.want('B')
  await clock.advance(600_000)
  expect(calls).toEqual(['0 B', '0 A'])
})

test('without a last good text a mixture is reported as it is', async () => {
  const { loop, clock, calls, reported, fake } = setUp()
  fake.answer(mixture)
  loop.want('A')
  await clock.advance(600_000)
  expect({ calls, reported }).toEqual({ calls: ['0 A'], reported: [mixture] })
})

test('a way back that fails is tried until it works', async () => {
  const { loop, clock, calls, reported, fake } = setUp({ lastGood: 'A' })
  fake.answer(mixture, mixture, away, accepted)
  loop.want('B')
  await clock.advance(60_000)
  expect(calls).toEqual(['0 B', '0 A', '5000 A', '10000 A'])
  expect(reported.map((outcome) => outcome.status === 'rejected' && outcome.running)).toEqual([
    'unknown',
    'unknown',
    'unchanged',
  ])
  expect(clock.pending()).toBe(0)
})

test('while nobody answers it is tried again, until FRR has come back', async () => {
  const { loop, clock, calls, reported, fake } = setUp()
  fake.answer(away, away, accepted)
  loop.want('A')
  await clock.advance(60_000)
  expect(calls).toEqual(['0 A', '5000 A', '10000 A'])
  expect(reported).toEqual([away, away, accepted])
})

test('a newer text does not wait for the next try', async () => {
  const { loop, clock, calls, fake } = setUp()
  fake.answer(away)
  loop.want('A')
  await clock.advance(2000)
  loop.want('B')
  await clock.advance(60_000)
  expect(calls).toEqual(['0 A', '2000 B'])
})

test('after FRR was away, even the text of before is applied', async () => {
  const { loop, clock, calls, fake } = setUp()
  loop.want('A')
  await clock.advance(1000)
  fake.answer(away, accepted)
  loop.want('B')
  await clock.advance(100)
  loop.want('A')
  await clock.advance(60_000)
  expect(calls).toEqual(['0 A', '1000 B', '2000 A'])
})

test.each([
  { case: 'an accepted text', answers: [accepted], calls: ['0 A', '2000 A'] },
  { case: 'a refused text', answers: [refused], calls: ['0 A', '2000 A'] },
])('again() applies $case once more', async ({ answers, calls: expected }) => {
  const { loop, clock, calls, fake } = setUp()
  fake.answer(...answers)
  loop.want('A')
  await clock.advance(2000)
  loop.again()
  await clock.advance(60_000)
  expect(calls).toEqual(expected)
})

test('again() while something is applied applies it once more: FRR may have lost it right after it took it', async () => {
  const clock = fakeClock()
  const fake = fakeReloader()
  const reported: Outcome[] = []
  const reloader: Reloader = {
    ...fake,
    async reload(frrConf, signal) {
      const outcome = await fake.reload(frrConf, signal)
      if (fake.asked.length === 1) loop.again()
      return outcome
    },
  }
  const loop = createReloadLoop({ reloader, clock, report: (outcome) => void reported.push(outcome) })
  loop.want('A')
  await clock.advance(60_000)
  expect(fake.asked).toEqual(['A', 'A'])
  expect(reported).toEqual([accepted, same])
})

test('again() before anything is wanted does nothing', async () => {
  const { loop, clock, calls } = setUp()
  loop.again()
  await clock.advance(60_000)
  expect(calls).toEqual([])
})

test('a reloader that breaks is reported and tried again', async () => {
  const { loop, clock, fake, reported } = setUp({
    reloader: { contract: 'reloader/v1', name: 'reloader-x', reload: () => Promise.reject(new Error('no such file')) },
  })
  loop.want('A')
  await clock.advance(5000)
  const broken = { status: 'unreachable', words: 'reloader-x: no such file' }
  expect({ reported, asked: fake.asked }).toEqual({ reported: [broken, broken], asked: [] })
})
