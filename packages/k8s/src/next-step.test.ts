import { describe, expect, test } from 'vitest'
import type { KubeError, KubeReason } from './kube-error.ts'
import { type Ended, nextStep } from './next-step.ts'

const failed = (reason: KubeReason, during: 'list' | 'watch' = 'watch', rest: Partial<KubeError> = {}): Ended => ({
  how: 'failed',
  during,
  error: { reason, request: '', words: '', ...rest },
})
const first = { failures: 0, healthy: false, random: 1 }
const lived = { failures: 0, healthy: true, random: 1 }

test.each<{ readonly case: string; readonly ended: Ended; readonly in: typeof first; readonly next: object }>([
  { case: 'a list is followed by a watch', ended: { how: 'listed' }, in: first, next: { step: 'watch', after: 0 } },
  {
    case: 'a list does not forgive earlier failures',
    ended: { how: 'listed' },
    in: { ...first, failures: 3 },
    next: { step: 'watch', after: 0, failures: 3 },
  },
  {
    case: 'a watch that the server ends in order goes on, with jitter',
    ended: { how: 'closed' },
    in: lived,
    next: { step: 'watch', after: 1_000, failures: 0 },
  },
  {
    case: 'a watch that is ended as soon as it begins is a failure',
    ended: { how: 'closed' },
    in: { ...first, failures: 2 },
    next: { step: 'watch', after: 4_000, failures: 3 },
  },
  {
    case: '410 lists at once',
    ended: failed('expired'),
    in: first,
    next: { step: 'list', after: 0, failures: 1 },
  },
  {
    case: '410 again and again waits',
    ended: failed('expired'),
    in: { ...first, failures: 3 },
    next: { step: 'list', after: 8_000, failures: 4 },
  },
  {
    case: 'silence is mended by a list',
    ended: { how: 'silent' },
    in: lived,
    next: { step: 'list', after: 0, failures: 1 },
  },
  {
    case: 'a broken socket goes on where it broke off',
    ended: failed('unreachable'),
    in: lived,
    next: { step: 'watch', after: 1_000, failures: 1 },
  },
  {
    case: 'a watch that breaks five times in a row lists',
    ended: failed('unreachable'),
    in: { ...first, failures: 4 },
    next: { step: 'list', after: 16_000, failures: 5 },
  },
  {
    case: '500 goes on where it broke off',
    ended: failed('unavailable'),
    in: first,
    next: { step: 'watch', after: 1_000, failures: 1 },
  },
  {
    case: '429 waits as long as it says',
    ended: failed('throttled', 'list', { retryAfter: 20_000 }),
    in: first,
    next: { step: 'list', after: 20_000, failures: 1 },
  },
  {
    case: '429 cannot stop us for a day',
    ended: failed('throttled', 'list', { retryAfter: 86_400_000 }),
    in: first,
    next: { step: 'list', after: 300_000, failures: 1 },
  },
  {
    case: 'a watch that is refused lists, for its resource version may be why',
    ended: failed('refused'),
    in: first,
    next: { step: 'list', after: 1_000, failures: 1 },
  },
  {
    case: 'no permission is asked for again, ever more rarely',
    ended: failed('forbidden', 'list'),
    in: { ...first, failures: 9 },
    next: { step: 'list', after: 30_000, failures: 10 },
  },
  {
    case: 'a watch that had delivered begins to count anew',
    ended: failed('unreachable'),
    in: { ...lived, failures: 9 },
    next: { step: 'watch', after: 1_000, failures: 1 },
  },
])('$case', ({ ended, in: circumstances, next }) => {
  expect(nextStep(ended, circumstances)).toMatchObject(next)
})

/** The pauses of a client whose server is away for so long. */
function hour(random: number): readonly number[] {
  let next = { step: 'watch' as 'list' | 'watch', after: 0, failures: 0 }
  const pauses: number[] = []
  for (let time = 0; time < 3_600_000; time += next.after) {
    next = nextStep(failed('unreachable', next.step), { failures: next.failures, healthy: false, random })
    pauses.push(next.after)
  }
  return pauses
}

describe('an API server that is away for an hour', () => {
  test.each([
    { random: 0, longest: 15_000, tries: 244 },
    { random: 1, longest: 30_000, tries: 124 },
  ])('is asked $tries times, every $longest ms in the end', ({ random, longest, tries }) => {
    const pauses = hour(random)
    expect(pauses.at(-1)).toBe(longest)
    expect(pauses).toHaveLength(tries)
  })
})
