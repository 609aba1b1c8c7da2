import { expect, test } from 'vitest'
import { onlyBlocksOf } from './blocks.ts'

const frrConf = `\
hostname a
!
ip prefix-list p seq 1 permit 10.0.0.0/24
ip prefix-list p seq 2 permit 10.0.1.0/24
!
router bgp 65001
 neighbor 192.0.2.1 remote-as 65002
 !
 address-family ipv4 unicast
  network 10.0.0.0/24
 exit-address-family
exit
!
bfd
 profile fast
 exit
exit
!
router bgp 65001
 neighbor 192.0.2.1 timers 1 3
`

/** The numbers of the lines that are left, counted from 1. */
function linesLeft(...entries: readonly string[]): readonly number[] {
  const left = onlyBlocksOf(frrConf, entries).split('\n')
  expect(left).toHaveLength(frrConf.split('\n').length)
  return left.flatMap((line, i) => (line === '' ? [] : [i + 1]))
}

test.each([
  { case: 'a line of its own', entries: ['ip prefix-list p seq 2 permit 10.0.1.0/24'], lines: [4, 5] },
  { case: 'a block', entries: ['bfd\n profile fast\n  detect-multiplier 3'], lines: [14, 15, 16, 17, 18] },
  {
    case: 'every block of that head, in its order',
    entries: ['router bgp 65001\n neighbor 192.0.2.1 timers 1 3', 'router bgp 65001\n address-family ipv4 unicast'],
    lines: [6, 7, 8, 9, 10, 11, 12, 13, 19, 20],
  },
  { case: 'blanks do not matter', entries: ['router  bgp 65001\n x'], lines: [6, 7, 8, 9, 10, 11, 12, 13, 19, 20] },
])('$case', ({ entries, lines }) => {
  expect(linesLeft(...entries)).toEqual(lines)
})

test('an entry that is written otherwise in the text: then it is the whole text', () => {
  expect(onlyBlocksOf(frrConf, ['bfd\n profile fast', 'router bgp 65001 vrf red\n x'])).toBe(frrConf)
})
