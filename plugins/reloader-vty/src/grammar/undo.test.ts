import { type ContextKind, isAmong } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { daemonsOf } from './daemons.ts'
import { examplesOf } from './examples.ts'
import { know } from './know.ts'
import { rules } from './rules.ts'
import { undoLine } from './undo.ts'

const frr8 = { version: '8.4.4' }
const frr10 = { version: '10.3' }
const frr107 = { version: '10.7.1' }

test.each([
  { line: 'bgp router-id 10.9.9.9', undo: 'no bgp router-id' },
  { line: 'no bgp default ipv4-unicast', undo: 'bgp default ipv4-unicast' },
  { line: 'neighbor 192.0.2.9 remote-as 65001', undo: 'no neighbor 192.0.2.9' },
  { line: 'neighbor eth5 interface remote-as external', undo: 'no neighbor eth5 interface' },
  { line: 'neighbor 192.0.2.9 password two words', undo: 'no neighbor 192.0.2.9 password' },
  { line: 'neighbor 192.0.2.9 bfd profile fast', undo: 'no neighbor 192.0.2.9 bfd profile fast' },
  { line: 'neighbor 192.0.2.9 colour red', undo: undefined },
  { line: 'address-family ipv4 unicast', undo: undefined },
])('router bgp: $line', ({ line, undo }) => {
  expect(undoLine('router-bgp', line, frr10)).toBe(undo)
})

test.each<{ kind: ContextKind; line: string; undo: string | undefined }>([
  { kind: 'top', line: 'router bgp 65001 vrf red', undo: 'no router bgp 65001 vrf red' },
  { kind: 'top', line: 'ip prefix-list a seq 5 permit 10.0.0.0/8 ge 9', undo: 'no ip prefix-list a seq 5' },
  { kind: 'top', line: 'log stdout informational', undo: 'no log stdout' },
  { kind: 'top', line: 'vrf red', undo: undefined },
  {
    kind: 'address-family',
    line: 'neighbor eth0 route-map eth0-in in',
    undo: 'no neighbor eth0 route-map eth0-in in',
  },
  { kind: 'bfd', line: 'profile fast', undo: 'no profile fast' },
  { kind: 'bfd-profile', line: 'receive-interval 150', undo: 'receive-interval 300' },
  { kind: 'route-map', line: 'set community 1:1 2:2 additive', undo: 'no set community' },
  { kind: 'interface', line: 'evpn mh uplink', undo: undefined },
  { kind: 'route-map', line: 'set src 192.0.2.1', undo: 'no set src' },
  { kind: 'address-family', line: 'rt vpn import 1:1 2:2', undo: 'no rt vpn import 1:1 2:2' },
])('$kind: $line', ({ kind, line, undo }) => {
  expect(undoLine(kind, line, frr8)).toBe(undo)
})

test.each([
  { line: 'set extcommunity color 01:7 10:4294967295', complaint: undefined },
  { line: 'set extcommunity color 7', complaint: '7 is no color' },
  { line: 'set extcommunity color 00:0', complaint: '0 is not between 1 and 4294967295' },
])('bgpd of 10.3 would end of a color that is none: $line', ({ line, complaint }) => {
  expect(know('route-map', line, frr10)).toMatchObject({ complaint })
})

test.each([
  { line: 'match community-limit 0', of10: '0 is not between 1 and 1024', of107: undefined },
  {
    line: 'match community-limit 1025',
    of10: '1025 is not between 1 and 1024',
    of107: '1025 is not between 0 and 1024',
  },
  { line: 'match metric 0', of10: '0 is not between 1 and 4294967295', of107: undefined },
  { line: 'match evpn rd x', of10: 'x is no route distinguisher', of107: 'x is no route distinguisher' },
])('bgpd of 10.3 ends of $line', ({ line, of10, of107 }) => {
  expect(know('route-map', line, frr10)).toMatchObject({ complaint: of10 })
  expect(know('route-map', line, frr107)).toMatchObject({ complaint: of107 })
})

test('values are told right from wrong by the notation, and by the release', () => {
  expect(know('bfd-profile', 'detect-multiplier 2', frr8)?.complaint).toBeUndefined()
  expect(know('bfd-profile', 'detect-multiplier 1', frr8)?.complaint).toBe('1 is not between 2 and 255')
  expect(know('bfd-profile', 'detect-multiplier 1', frr10)?.complaint).toBeUndefined()
})

test.each(Object.entries(rules).flatMap(([kind, found]) => found.map((rule) => ({ kind: kind as ContextKind, rule }))))(
  '$kind: the examples of $rule.line follow it',
  ({ kind, rule }) => {
    const release = [frr8, frr10, frr107].find((each) => isAmong(each, rule)) ?? {}
    for (const line of rule.example === undefined ? examplesOf(rule.line) : [rule.example]) {
      expect(know(kind, line, release), line).toMatchObject({ complaint: undefined })
    }
  },
)

test.each<{ kind: ContextKind; line: string; of8: readonly string[]; of10: readonly string[] }>([
  { kind: 'address-family', line: 'network 10.0.0.0/8', of8: ['bgpd'], of10: ['bgpd'] },
  { kind: 'top', line: 'ip nht resolve-via-default', of8: ['zebra'], of10: ['mgmtd'] },
  { kind: 'vrf', line: 'vni 7', of8: ['zebra'], of10: ['mgmtd'] },
  { kind: 'vrf', line: 'ip route 10.0.0.0/8 192.0.2.1', of8: ['staticd'], of10: ['mgmtd'] },
  {
    kind: 'top',
    line: 'log stdout',
    of8: ['zebra', 'bgpd', 'bfdd', 'staticd'],
    of10: ['mgmtd', 'zebra', 'bgpd', 'bfdd', 'staticd'],
  },
  { kind: 'top', line: 'frr defaults traditional', of8: [], of10: [] },
])('$line is for $of8, or $of10', ({ kind, line, of8, of10 }) => {
  expect(daemonsOf(kind, line, frr8)).toEqual(of8)
  expect(daemonsOf(kind, line, frr10)).toEqual(of10)
})

test('from 10.7 on, mgmtd tells others about the log', () => {
  expect(daemonsOf('top', 'log stdout', { version: '10.7.1' })).toEqual(['mgmtd', 'bgpd', 'bfdd'])
  expect(daemonsOf('top', 'hostname x', { version: '10.7.1' })).toEqual(['mgmtd', 'zebra', 'bgpd', 'bfdd', 'staticd'])
})
