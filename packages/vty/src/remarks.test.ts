import { expect, test } from 'vitest'
import { isDoneNevertheless, isRemark } from './remarks.ts'

const echo = '% Echo mode works correctly for IPv4, but only works when the peer is also FRR for IPv6.'

test.each([
  { words: echo, remark: true },
  { words: '% keepalive value 90 is larger than 1/3 of the holdtime, setting to 33', remark: true },
  { words: '% Configuration applied with notes:\nNo changes found to be committed!', remark: true },
  { words: '% Refusing to remove a non-existent route', remark: true },
  { words: '% Failed to edit configuration.', remark: false },
  { words: `${echo}\n% Configuration failed.`, remark: false },
  { words: "The route-map 'nope' does not exist.", remark: false },
])('$words', ({ words, remark }) => {
  expect(isRemark(words)).toBe(remark)
})

const zebra = 'Graceful restart configuration changed, reset this peer to take effect\n% Invalid value'

test.each([
  { line: 'neighbor 192.0.2.1 graceful-restart', words: zebra, done: true },
  { line: 'no bgp graceful-restart', words: '% Invalid value', done: true },
  {
    line: 'neighbor 192.0.2.1 graceful-restart',
    words: '% Specify remote-as or peer-group commands first',
    done: false,
  },
  { line: 'bgp graceful-restart', words: '', done: false },
  { line: ' no ip address 192.0.2.1/24', words: '', done: true },
  { line: ' bgp graceful-restart rib-stale-time 100', words: '', done: true },
  { line: 'no bgp graceful-restart rib-stale-time', words: '', done: true },
  { line: 'no ipv6 address 2001:db8::1/64', words: "% Can't find address", done: false },
  { line: 'ip address 192.0.2.1/24', words: '', done: false },
  { line: 'neighbor 192.0.2.1 description a graceful-restart', words: '% Invalid value', done: false },
])('$line is done in spite of "$words": $done', ({ line, words, done }) => {
  expect(isDoneNevertheless(line, words)).toBe(done)
})
