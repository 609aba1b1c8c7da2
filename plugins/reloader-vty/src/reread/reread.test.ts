import { compareFrrTexts, type FrrText, parseFrrText } from '@frrkit/frr-text'
import { assert, integer, property, record, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { reread } from './reread.ts'

type Shape = {
  readonly out?: readonly number[]
  readonly other?: readonly number[]
  readonly v4?: readonly number[]
  readonly red?: readonly number[]
  readonly more?: string
}

function text({ out = [1, 2], other = [1], v4 = [1], red = [1], more = '' }: Shape): string {
  return `hostname a
${entries('out', out)}
!
${entries('other', other)}
route-map out permit 1
 match ip address prefix-list out
exit
${more}
router bgp 65001
 neighbor 192.0.2.1 remote-as 65002
 !
 address-family ipv4 unicast
  neighbor 192.0.2.1 route-map out out
${networks(v4)}
 exit-address-family
exit
router bgp 65001 vrf red
 address-family ipv4 unicast
${networks(red)}
 exit-address-family
exit
`
}

function entries(list: string, of: readonly number[]): string {
  return of.map((n) => `ip prefix-list ${list} seq ${n} permit 10.0.${n}.0/24`).join('\n')
}

function networks(of: readonly number[]): string {
  return of.map((n) => `  network 10.0.${n}.0/24`).join('\n')
}

const taking = 'ip prefix-list out seq 2 permit 10.9.0.0/16'

function twice(line: string): string {
  return `router bgp 65001\n address-family ipv4 unicast\n  ${line}`
}

/** As sets: the order of contexts' lines means nothing. */
function plain({ contexts, filterLists, routeMaps }: FrrText) {
  return {
    contexts: contexts.map(({ path, lines }) => ({ path, lines: lines.toSorted() })),
    filterLists,
    routeMaps,
  }
}

test.each<{ case: string; before: Shape; after: Shape }>([
  { case: 'an entry and its network come', before: {}, after: { out: [1, 2, 3], v4: [1, 3] } },
  { case: 'they go', before: { out: [1, 2, 3], v4: [1, 3] }, after: {} },
  { case: 'the first of a list goes, the last comes', before: { out: [1, 2] }, after: { out: [2, 3] } },
  { case: 'many at once', before: {}, after: { out: Array.from({ length: 200 }, (_, n) => n) } },
  { case: 'nothing', before: {}, after: {} },
])('read again: $case', ({ before, after }) => {
  const last = { text: text(before), parsed: parseFrrText(text(before)) }
  const wanted = parseFrrText(text(after))
  const read = reread(last, text(after))
  expect(read && plain(read.parsed)).toEqual(plain(wanted))
  expect(read?.comparison).toEqual(compareFrrTexts(last.parsed, wanted))
})

test.each<{ case: string; before: Shape; after: Shape }>([
  { case: 'a list is new', before: { other: [] }, after: { other: [1] } },
  { case: 'a list goes', before: { other: [1] }, after: { other: [] } },
  { case: 'the first network of a family', before: { red: [] }, after: { red: [1] } },
  // Any of these may stay, for another line says the same.
  { case: 'a network moves to a VRF', before: { v4: [1, 2], red: [1] }, after: { v4: [1], red: [1, 2] } },
  {
    case: 'a network that a raw snippet repeats',
    before: { v4: [1, 2], more: twice('network 10.0.2.0/24') },
    after: { v4: [1], more: twice('network 10.0.2.0/24') },
  },
  {
    case: 'an entry that a raw snippet repeats',
    before: { more: 'ip prefix-list out seq 2 permit 10.0.2.0/24' },
    after: { out: [1], more: 'ip prefix-list out seq 2 permit 10.0.2.0/24' },
  },
  {
    case: 'an entry that had taken the place of another',
    before: { more: taking },
    after: {},
  },
  { case: 'an entry that takes the place of another', before: {}, after: { out: [1, 2], more: taking } },
  { case: 'another line', before: {}, after: { more: 'bfd\nexit' } },
  { case: 'an entry of another action', before: {}, after: { more: 'ip prefix-list out seq 9 deny any' } },
  {
    case: 'an entry before a line that was inside',
    before: { more: 'router bgp 65001\nneighbor 192.0.2.9 remote-as 65009' },
    after: {
      more: 'router bgp 65001\nip prefix-list out seq 9 permit 10.9.0.0/16\nneighbor 192.0.2.9 remote-as 65009',
    },
  },
  { case: 'a network outside of a family', before: {}, after: { more: 'router bgp 65001\n network 10.7.0.0/16' } },
])('read as a whole: $case', ({ before, after }) => {
  const last = { text: text(before), parsed: parseFrrText(text(before)) }
  expect(reread(last, text(after))).toBeUndefined()
})

test('whatever is read again is what reading all of it gives', () => {
  const numbers = uniqueArray(integer({ min: 1, max: 12 }), { minLength: 1 }).map((of) => of.toSorted((a, b) => a - b))
  const shape = record({ out: numbers, other: numbers, v4: numbers, red: numbers })
  assert(
    property(shape, shape, (before, after) => {
      const last = { text: text(before), parsed: parseFrrText(text(before)) }
      const wanted = parseFrrText(text(after))
      const read = reread(last, text(after))
      if (read === undefined) return
      expect(plain(read.parsed)).toEqual(plain(wanted))
      expect(compareFrrTexts(read.parsed, wanted)).toEqual({ contexts: [], filterLists: [], routeMaps: [] })
    }),
  )
})

test('a network and an entry that are not written as FRR shows them', () => {
  const last = { text: text({}), parsed: parseFrrText(text({})) }
  const after = last.text
    .replace('  network 10.0.1.0/24', '$&\n  network 10.7.7.7/16')
    .replace('ip prefix-list out seq 2', 'ip prefix-list out seq 1000 permit 10.7.7.7/16 le 16\n$&')
  expect(reread(last, after)?.comparison).toEqual(compareFrrTexts(last.parsed, parseFrrText(after)))
})
