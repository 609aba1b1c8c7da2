import { expect, test } from 'vitest'
import { checkNoFlap, type Session } from './session.ts'

const before: Session = { state: 'Established', sent: 2, received: 2, uptime: 3, dropped: 0 }

test.each([
  { case: 'more prefixes, longer up', after: { ...before, sent: 3, uptime: 5 } },
  { case: 'no second has passed', after: before },
])('no flap: $case', ({ after }) => {
  expect(() => checkNoFlap(before, after)).not.toThrow()
})

test.each([
  {
    case: 'it is down',
    after: { ...before, state: 'Active', uptime: 0, dropped: 1 },
    words: 'the session flapped: Established for 3 s, dropped 0 times before, Active for 0 s, dropped 1 times after',
  },
  {
    case: 'it is up again',
    after: { ...before, uptime: 9, dropped: 1 },
    words:
      'the session flapped: Established for 3 s, dropped 0 times before, Established for 9 s, dropped 1 times after',
  },
  {
    case: 'bgpd forgot what was before',
    after: { ...before, uptime: 1 },
    words:
      'the session flapped: Established for 3 s, dropped 0 times before, Established for 1 s, dropped 0 times after',
  },
])('a flap: $case', ({ after, words }) => {
  expect(() => checkNoFlap(before, after)).toThrow(words)
})
