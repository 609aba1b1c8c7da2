import { compareFrrTexts, parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { checkText, family, messages, session } from '../../e2e/check-text.ts'
import { changedLines } from './changed-lines.ts'
import { check } from './check.ts'

const at = 'router bgp 65001'

test.each([
  // What vtysh -C lets pass.
  {
    case: 'a route-map that is missing',
    text: `${session()}\naddress-family ipv4 unicast\nneighbor 192.0.2.1 route-map x in`,
    wrong: `${at} / address-family ipv4 unicast / neighbor 192.0.2.1 route-map x in: there is no route-map x`,
  },
  {
    case: 'a neighbor without an AS',
    text: 'router bgp 65001\nneighbor 192.0.2.1 port 1179',
    wrong: `${at} / neighbor 192.0.2.1 port 1179: nothing says the AS of 192.0.2.1: there is no remote-as`,
  },
  {
    case: 'a second router',
    text: 'router bgp 65001\nrouter bgp 65002',
    wrong: 'router bgp 65002: the default VRF has a router already, of AS 65001',
  },
  {
    case: 'a second router in a VRF',
    text: 'router bgp 65001 vrf red\nrouter bgp 65002 vrf red',
    wrong: 'router bgp 65002 vrf red: VRF red has a router already, of AS 65001',
  },
  {
    case: 'a password that is too long',
    text: session(`password ${'s3cret'.repeat(20)}`),
    wrong: `${at} / neighbor 192.0.2.1 password (hidden): 120 bytes, and 80 is the most of a password`,
  },
  {
    case: 'a password with a blank',
    text: session('password two words'),
    wrong: `${at} / neighbor 192.0.2.1 password (hidden): there is a blank in the password`,
  },
  {
    case: 'ge below the length of the prefix',
    text: 'ip prefix-list x seq 5 permit 10.0.0.0/8 ge 7',
    wrong: 'ip prefix-list x seq 5 permit 10.0.0.0/8 ge 7: ge 7 is less than the 8 bits of the prefix',
  },
  {
    case: 'le below the length of the prefix',
    text: 'ipv6 prefix-list x seq 5 permit 2001:db8::/32 le 31',
    wrong: 'ipv6 prefix-list x seq 5 permit 2001:db8::/32 le 31: le 31 is less than the 32 bits of the prefix',
  },
  {
    case: 'le below ge',
    text: 'ip prefix-list x seq 5 permit 10.0.0.0/8 ge 20 le 16',
    wrong: 'ip prefix-list x seq 5 permit 10.0.0.0/8 ge 20 le 16: le 16 is less than ge 20',
  },
])('$case is wrong', ({ text, wrong }) => {
  expect(messages(checkText(text))).toEqual([wrong])
})

test('of two entries with one number, FRR has the later: it is said, and is not wrong', () => {
  const checked = checkText('ip prefix-list x seq 5 permit 10.0.0.0/8\nip prefix-list x seq 5 permit 11.0.0.0/8')
  const why = 'another entry has this number too, and takes its place'
  const dubious = [{ path: [], line: 'ip prefix-list x seq 5 permit 10.0.0.0/8', why }]
  expect(checked).toEqual({ wrong: [], unknown: [], dubious })
})

test.each([
  { version: '10.7.1', line: 'debug bgp updates', said: 1 },
  { version: '10.7.1', line: 'debug bgp updates in', said: 0 },
  { version: '10.3', line: 'debug bgp updates', said: 0 },
])('what bgpd may not survive is said, and is not wrong: $line, $version', ({ version, line, said }) => {
  const why = expect.stringContaining('may end by itself')
  const dubious = [{ path: [], line: 'debug bgp updates out', why }].slice(0, said)
  expect(checkText(line, { version })).toEqual({ wrong: [], unknown: [], dubious })
})

test.each([
  { version: '8.4.4', line: 'match evpn rd 65001:7', wrong: ['bgpd of FRR 8.4.4 ends of it'] },
  { version: '10.3', line: 'match evpn rd 65001:7', wrong: [] },
  { version: '10.3', line: 'match source-protocol table-direct', wrong: ['bgpd of FRR 10.3 ends of it'] },
])('what bgpd ends of is wrong, and not left to FRR: $line, $version', ({ version, line, wrong }) => {
  const checked = checkText(`route-map m permit 1\n${line}`, { version })
  expect(checked.unknown).toEqual([])
  expect(checked.wrong.map(({ why }) => why)).toEqual(wrong)
})

test('what is known to be right is neither wrong nor unknown', () => {
  const text = `hostname node-1
bgp route-map delay-timer 3
route-map policy permit 1
${session('timers 20 60', 'description route-map x of the old fabric', 'bfd', 'bfd profile not-here')}
neighbor 192.0.2.1 password s3cret
address-family ipv4 unicast
 neighbor 192.0.2.1 activate
 neighbor 192.0.2.1 route-map policy out
 neighbor 192.0.2.1 prefix-list not-here in
`
  expect(checkText(text)).toEqual({ wrong: [], unknown: [], dubious: [] })
})

test.each([
  { text: 'router bgp 65001\nrouter bgp 65002 view x', unknown: 'router bgp 65002 view x' },
  { text: 'router bgp 65001\nneighbor 192.0.2.1 remote-as 1.10', unknown: 'neighbor 192.0.2.1 remote-as 1.10' },
])('$unknown is for FRR to judge', ({ text, unknown }) => {
  const known = 'address-family ipv4 unicast\nneighbor 192.0.2.1 as-override'
  const checked = checkText(text.includes('neighbor') ? `${text}\n${known}` : text)
  expect(messages(checked)).toEqual([])
  expect(checked.unknown.map(({ line }) => line)).toEqual([unknown])
})

test('a command that is not known is left to FRR', () => {
  expect(
    checkText('router bgp 65001\nneighbor 192.0.2.1 remote-as 65002\nneighbor 192.0.2.1 capability odd\nrouter ospf\n'),
  ).toEqual({
    wrong: [],
    unknown: [
      { path: ['router bgp 65001'], line: 'neighbor 192.0.2.1 capability odd', why: 'no command that is known here' },
      { path: [], line: 'router ospf', why: 'no command that is known here' },
    ],
    dubious: [],
  })
})

test('lines that stay were looked at when they came', () => {
  const before = family('network 10.0.0.0/33')
  expect(messages(checkText(`${before}\nnetwork 11.0.0.0/8`, { before }))).toEqual([])
})

test('a line that is too long for the socket', () => {
  const text = session(`description ${'x'.repeat(4094)}`)
  expect(checkText(text).wrong.map(({ why }) => why)).toEqual(['4125 bytes, and FRR reads 4094 of a line'])
  expect(messages(checkText(text, { version: '10.7.1' }))).toEqual([])
})

test('zebra waits before it applies route-maps, none of which is meant', () => {
  expect(checkText('zebra route-map delay-timer 7').wrong).toEqual([])
})

test('no secret is in what is said', () => {
  const said = JSON.stringify(
    checkText('router bgp 65001\nneighbor 192.0.2.1 password s3cret\nkey chain x\nkey 1\nkey-string s3cret'),
  )
  expect(said).not.toContain('s3cret')
  expect(said).toContain('password (hidden)')
})

test('of one more among ten thousand prefixes, that one line is looked at', () => {
  const prefixes = Array.from({ length: 10_000 }, (_, i) => `network 10.${i >> 8}.${i & 255}.0/24`)
  const [before, after] = [prefixes, [...prefixes, 'network 11.0.0.0/8']].map((lines) => parseFrrText(family(...lines)))
  if (before === undefined || after === undefined) throw new Error('no texts')
  const looked = [...changedLines(after, compareFrrTexts(before, after))]
  expect(looked.map(({ line }) => line)).toEqual(['network 11.0.0.0/8'])
})

test('where prefixes alone have changed, what the rest says together is not looked at again, and each prefix is', () => {
  const text = `${family('network 10.0.0.0/33')}\nneighbor 192.0.2.1 route-map missing in`
  const [before, after] = [parseFrrText(''), parseFrrText(text)]
  const comparison = compareFrrTexts(before, after)
  const wrong = (prefixesAlone: boolean) => messages(check(after, comparison, { version: '10.3' }, { prefixesAlone }))
  const missing = `${at} / address-family ipv4 unicast / neighbor 192.0.2.1 route-map missing in: there is no route-map missing`
  expect(wrong(false)).toContain(missing)
  expect(wrong(true)).not.toContain(missing)
  expect(wrong(true)).toHaveLength(1)
})
