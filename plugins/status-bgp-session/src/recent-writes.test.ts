import { expect, test } from 'vitest'
import type { KnownSession } from './plan.ts'
import { recentWrites } from './recent-writes.ts'

const object = (name: string, resourceVersion: string): KnownSession => ({
  name,
  resourceVersion,
  uid: name,
  created: '',
  labels: {},
  status: {},
  ownerReferences: [],
})
const [a1, a2, a3, b1] = [object('a', '1'), object('a', '2'), object('a', '3'), object('b', '1')]

test.each<{ case: string; before?: KnownSession; after?: KnownSession; watched: KnownSession[]; over: KnownSession[] }>(
  [
    { case: 'what was made is there before the watch says so', after: a1, watched: [b1], over: [b1, a1] },
    { case: 'what was changed is new while the watch has the old', before: a1, after: a2, watched: [a1], over: [a2] },
    { case: 'the watch has caught up', before: a1, after: a2, watched: [a2], over: [a2] },
    { case: 'somebody else was later', before: a1, after: a2, watched: [a3], over: [a3] },
    { case: 'what was removed is gone', before: a1, watched: [a1, b1], over: [b1] },
    { case: 'somebody else removed it', before: a1, after: a2, watched: [], over: [] },
  ],
)('$case', ({ before, after, watched, over }) => {
  const writes = recentWrites(() => 0)
  writes.add('a', before, after)
  expect(writes.over(watched)).toEqual(over)
})

test('after ten seconds the watch is right, whatever it says', () => {
  let time = 0
  const writes = recentWrites(() => time)
  writes.add('a', undefined, a1)
  time = 10_001
  expect(writes.over([])).toEqual([])
})
