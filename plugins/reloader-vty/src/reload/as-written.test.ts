import { expect, test } from 'vitest'
import { checkText } from '../../e2e/check-text.ts'
import { asWritten, refusedByFrr } from './as-written.ts'

const text = `router bgp 65001
 neighbor 192.0.2.1 remote-as 65002
 neighbor 192.0.2.1 nonsense 7
 neighbor 192.0.2.1 password two words
 neighbor 192.0.2.9 port 7
 address-family ipv4 unicast
  neighbor 192.0.2.1 nonsense 7
 exit-address-family
router bgp 65001 vrf red
 neighbor 192.0.2.1 remote-as 65003
ip prefix-list x seq 7 permit 10.0.0.0/8 ge 7
`

test('what is refused is named where it was written, each time, with the number of the line', () => {
  const { wrong, unknown } = checkText(text)
  expect(asWritten(text, [...unknown, ...wrong])).toEqual({
    lines: [
      // Written twice, which is one line to FRR: the later one counts.
      {
        path: ['router bgp 65001', 'address-family ipv4 unicast'],
        line: 'neighbor 192.0.2.1 nonsense 7',
        why: 'no command that is known here',
      },
      {
        path: ['router bgp 65001'],
        line: 'neighbor 192.0.2.1 password (hidden)',
        why: 'there is a blank in the password',
      },
      {
        path: [],
        line: 'ip prefix-list x seq 7 permit 10.0.0.0/8 ge 7',
        why: 'ge 7 is less than the 8 bits of the prefix',
      },
      {
        path: ['router bgp 65001'],
        line: 'neighbor 192.0.2.9 port 7',
        why: 'nothing says the AS of 192.0.2.9: there is no remote-as',
      },
    ],
    refused: [
      { at: 3, line: 'router bgp 65001 / neighbor 192.0.2.1 nonsense 7', why: 'no command that is known here' },
      {
        at: 7,
        line: 'router bgp 65001 / address-family ipv4 unicast / neighbor 192.0.2.1 nonsense 7',
        why: 'no command that is known here',
      },
      {
        at: 4,
        line: 'router bgp 65001 / neighbor 192.0.2.1 password (hidden)',
        why: 'there is a blank in the password',
      },
      {
        at: 11,
        line: 'ip prefix-list x seq 7 permit 10.0.0.0/8 ge 7',
        why: 'ge 7 is less than the 8 bits of the prefix',
      },
      {
        at: 5,
        line: 'router bgp 65001 / neighbor 192.0.2.9 port 7',
        why: 'nothing says the AS of 192.0.2.9: there is no remote-as',
      },
    ],
  })
})

test('a line that FRR refuses is found by itself, where it is in one context alone', () => {
  const refused = (line: string) => refusedByFrr(text, { daemon: 'bgpd', index: 0, line, status: 13, words: '% No' })
  expect(refused('  neighbor 192.0.2.1 remote-as 65003')).toEqual([
    { at: 10, line: 'router bgp 65001 vrf red / neighbor 192.0.2.1 remote-as 65003', why: '% No' },
  ])
  expect(refused('no neighbor 192.0.2.7')).toEqual([])
  const twice = `${text}router bgp 65001 vrf blue\n neighbor 192.0.2.1 remote-as 65003\n`
  expect(
    refusedByFrr(twice, {
      daemon: 'bgpd',
      index: 0,
      line: 'neighbor 192.0.2.1 remote-as 65003',
      status: 13,
      words: '',
    }),
  ).toEqual([])
})
