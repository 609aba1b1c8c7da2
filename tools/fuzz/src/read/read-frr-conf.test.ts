import { frrText } from '@frrkit/model'
import { expect, test } from 'vitest'
import { readFrrConf, withoutRaw } from './read-frr-conf.ts'

test('a line knows the blocks around it, and climbs out of them as FRR does', () => {
  const text = `\
router bgp 64512 vrf red
  neighbor eth0 interface remote-as external
  address-family ipv4 unicast
    neighbor eth0 activate
  exit-address-family
  neighbor eth0 port 1179
bfd
  profile a
    echo-mode
  profile b
`
  expect(readFrrConf(text).map(({ around, words }) => [...around, words.join(' ')].join(' > '))).toEqual([
    'router bgp 64512 vrf red',
    'router bgp 64512 vrf red > neighbor eth0 interface remote-as external',
    'router bgp 64512 vrf red > address-family ipv4 unicast',
    'router bgp 64512 vrf red > address-family ipv4 unicast > neighbor eth0 activate',
    'router bgp 64512 vrf red > address-family ipv4 unicast > exit-address-family',
    'router bgp 64512 vrf red > neighbor eth0 port 1179',
    'bfd',
    'bfd > profile a',
    'bfd > profile a > echo-mode',
    'bfd > profile b',
  ])
})

test.each([
  { case: 'a command of FRR that frrkit never writes', text: 'end\n', says: 'line 1 is none of ours: end' },
  { case: 'a comment', text: '! x\n', says: 'line 1 is a comment, to FRR: "! x"' },
  { case: 'an empty line', text: 'bfd\n\n', says: 'line 2 has an empty word: ""' },
  { case: 'a word too many', text: 'hostname a b\n', says: 'line 1 is none of ours: hostname a b' },
  { case: 'a space too many', text: 'hostname  a\n', says: 'line 1 has an empty word' },
  { case: 'a space at the end', text: 'hostname a \n', says: 'line 1 has an empty word' },
  { case: 'a carriage return', text: 'hostname a\r\n', says: 'line 1 holds a control character' },
  { case: 'a line without an end', text: 'hostname a', says: 'the last line of frr.conf does not end' },
  { case: 'a line too long for vtysh', text: `hostname ${'x'.repeat(5000)}\n`, says: 'line 1 has 5009 bytes' },
  { case: 'a line of another block', text: 'router bgp 1\n  exit-vrf\n', says: 'line 2 is none of ours:   exit-vrf' },
  {
    case: 'a password that bgpd refuses',
    text: `router bgp 1\n  neighbor eth0 password ${'x'.repeat(81)}\n`,
    says: 'line 2 is none of ours',
  },
  { case: 'an AS number of zero', text: 'router bgp 0\n', says: '"0" is no ASN' },
])('refuses $case', ({ text, says }) => {
  expect(() => readFrrConf(text)).toThrow(says)
})

const origin = { object: { kind: 'FRRConfiguration', namespace: 'x', name: 'x' }, path: 'spec.raw.rawConfig' }

const snippet = (text: string) => ({ text: frrText(text), priority: 0, origin })

test('raw snippets are cut off, and must be what was written', () => {
  expect(withoutRaw('bfd\nx\ny\n\n', [snippet('x'), snippet('y\n')])).toBe('bfd\n')
  expect(() => withoutRaw('bfd\nx\n', [snippet('y')])).toThrow('does not end with the raw snippets')
})
