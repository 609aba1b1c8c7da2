import { expect, test } from 'vitest'
import { parseWithdrawal } from './updates.ts'

test.each([
  {
    case: 'IPv4',
    line: '2026/11/23 07:05:33 BGP: [PAPP6-VDAWM] 192.0.2.1(vm) rcvd UPDATE about 10.0.0.0/24 IPv4 unicast -- withdrawn',
    withdrawal: { from: '192.0.2.1', prefix: '10.0.0.0/24' },
  },
  {
    case: 'IPv6, over an interface',
    line: '2026/11/23 07:05:33 BGP: [PAPP6-VDAWM] eth4(n) rcvd UPDATE about 2001:db8:9::/64 IPv6 unicast -- withdrawn',
    withdrawal: { from: 'eth4', prefix: '2001:db8:9::/64' },
  },
  {
    case: 'an announcement',
    line: '2026/11/23 07:05:32 BGP: [YCKEM-GB33T] 192.0.2.1(vm) rcvd 10.0.1.0/24 IPv4 unicast',
    withdrawal: undefined,
  },
])('a withdrawal in the log: $case', ({ line, withdrawal }) => {
  expect(parseWithdrawal(line)).toEqual(withdrawal)
})
