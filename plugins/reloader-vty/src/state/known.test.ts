import { compareFrrTexts, isEmpty, parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { describeDifferences } from './describe.ts'
import { differencesOf, hasUnwanted, withoutKnown } from './known.ts'

const base = `ip prefix-list a seq 1 permit 10.0.0.0/24
route-map m permit 1
 match ip address prefix-list a
exit
router bgp 65001
 neighbor 192.0.2.1 remote-as 65002
exit
`
const differ = (before: string, after: string) => compareFrrTexts(parseFrrText(before), parseFrrText(after))

test.each([
  {
    case: 'a line comes',
    after: base.replace('exit\n', '').replace('exit\n', ' neighbor 192.0.2.1 password s3cret\nexit\n'),
  },
  { case: 'a line goes', after: base.replace(' neighbor 192.0.2.1 remote-as 65002\n', '') },
  { case: 'an empty context comes', after: `${base}router bgp 65001 vrf red\nexit\n` },
  { case: 'an entry changes', after: base.replace('10.0.0.0', '10.1.0.0') },
  { case: 'a route-map changes', after: base.replace(' match', ' set local-preference 7\n match') },
])('$case: once it is known it is no difference, and anything else still is', ({ after }) => {
  const found = differ(base, after)
  expect(isEmpty(found)).toBe(false)
  expect(isEmpty(withoutKnown(found, differencesOf(found)))).toBe(true)
  expect(isEmpty(withoutKnown(found, differencesOf(differ(after, base))))).toBe(false)
  const more = differ(base, `${after}log syslog\n`)
  expect(withoutKnown(more, differencesOf(found)).contexts).toMatchObject([{ kind: 'top', added: ['log syslog'] }])
})

test.each([
  { case: 'still wanted', wanted: 'router bgp 65001\n neigh 192.0.2.9 remote 65009', unwanted: false },
  { case: 'wanted in another router', wanted: 'router bgp 65002\n neigh 192.0.2.9 remote 65009', unwanted: true },
  { case: 'gone', wanted: base, unwanted: true },
])('a line that FRR shows in other words: $case', ({ wanted, unwanted }) => {
  const shown = 'ip prefix-list b seq 1 permit 10.0.0.0/24\nrouter bgp 65001\n neighbor 192.0.2.9 remote-as 65009'
  const told = 'router bgp 65001\n neigh 192.0.2.9 remote 65009\nip prefix-list b seq 1 permit 10.1.0.0/24'
  expect(hasUnwanted(differencesOf(differ(shown, told)), parseFrrText(wanted))).toBe(unwanted)
})

test('differences for people: what is missing, what is too much, no secrets', () => {
  const after = `hostname a
ip prefix-list a seq 1 permit 10.1.0.0/24
route-map m permit 1
 match ip address prefix-list a
 set local-preference 7
exit
router bgp 65001
 neighbor 192.0.2.1 remote-as 65002
 neighbor 192.0.2.1 password s3cret
exit
router bgp 65001 vrf red
exit
`
  expect(describeDifferences(differ(base, after))).toBe(`\
+ hostname a
+ router bgp 65001 / neighbor 192.0.2.1 password (hidden)
+ router bgp 65001 vrf red
- ip prefix-list a permit 10.0.0.0/24
+ ip prefix-list a permit 10.1.0.0/24
~ route-map m permit 1`)
})

test('a line whose secret is another one is one line', () => {
  const before = base.replace('65002\n', '65002\n neighbor 192.0.2.1 password s3cret\n')
  expect(describeDifferences(differ(before, before.replace('s3cret', 'hunter2')))).toBe(
    '~ router bgp 65001 / neighbor 192.0.2.1 password (hidden)',
  )
})

test('a long list is cut', () => {
  const networks = Array.from({ length: 15 }, (_, n) => ` neighbor 192.0.2.${n} remote-as 1\n`).join('')
  expect(
    describeDifferences(differ('', `router bgp 65001\n${networks}`))
      .split('\n')
      .slice(-2),
  ).toEqual(['+ router bgp 65001 / neighbor 192.0.2.8 remote-as 1', '… (6 more)'])
})
