import { expect, test } from 'vitest'
import { bfdEnded, ended, type Session } from './sessions.ts'

const session = (given: Partial<Session>): ReadonlyMap<string, Session> =>
  new Map([['a', { neighbor: 'a', address: 'a', isUp: true, ups: 1, downs: 0, uptime: 60_000, ...given }]])

test.each([
  { case: 'it stayed', after: session({ uptime: 62_000 }), ended: [] },
  { case: 'FRR counts in whole seconds', after: session({ uptime: 61_000 }), ended: [] },
  { case: 'it is down', after: session({ isUp: false }), ended: ['a'] },
  { case: 'it was down', after: session({ downs: 1, ups: 2 }), ended: ['a'] },
  { case: 'its neighbor is gone', after: new Map(), ended: ['a'] },
  { case: 'its neighbor was removed and added again', after: session({ uptime: 1000 }), ended: ['a'] },
])('a session of a minute, two seconds later: $case', ({ after, ended: expected }) => {
  expect(ended(session({}), after, 2000)).toEqual(expected)
})

test('a session that was not up has not ended', () => {
  expect(ended(session({ isUp: false }), session({ isUp: false }), 2000)).toEqual([])
})

test.each([
  { case: 'it stayed', after: new Map([['a', 62]]), ended: [] },
  { case: 'it came up anew', after: new Map([['a', 1]]), ended: ['a'] },
  { case: 'nobody wants it any more', after: new Map(), ended: [] },
])('BFD of a minute, two seconds later: $case', ({ after, ended: expected }) => {
  expect(bfdEnded(new Map([['a', 60]]), after, 2000)).toEqual(expected)
})
