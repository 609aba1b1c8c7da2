import { expect, test } from 'vitest'
import { isRemark } from './remarks.ts'

const echo = '% Echo mode works correctly for IPv4, but only works when the peer is also FRR for IPv6.'

test.each([
  { words: echo, remark: true },
  { words: '% keepalive value 90 is larger than 1/3 of the holdtime, setting to 33', remark: true },
  { words: '% Configuration applied with notes:\nNo changes found to be committed!', remark: true },
  { words: '% Failed to edit configuration.', remark: false },
  { words: `${echo}\n% Configuration failed.`, remark: false },
  { words: "The route-map 'nope' does not exist.", remark: false },
])('$words', ({ words, remark }) => {
  expect(isRemark(words)).toBe(remark)
})
