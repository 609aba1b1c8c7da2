import { expect, test } from 'vitest'
import { type Canon, canon } from './canon.ts'

const lines = (...text: readonly string[]) => canon(text.join('\n'))
const nothing: Canon = { blocks: {}, lists: {}, maps: {} }

test.each([
  { case: 'an empty file', conf: [], means: nothing },
  { case: 'blank lines and comments', conf: ['', '  ', '! router bgp 1', '# x'], means: nothing },
  {
    case: 'indentation and repeated spaces',
    conf: ['router   bgp 1', ' no  bgp x', 'bgp y'],
    means: { ...nothing, blocks: { 'router bgp 1': ['bgp y', 'no bgp x'] } },
  },
  {
    case: 'a router written in two parts',
    conf: ['router bgp 1', ' bgp b', 'exit', 'vrf red', ' vni 5', 'exit-vrf', 'router bgp 1', ' bgp a', ' bgp b'],
    means: { ...nothing, blocks: { 'router bgp 1': ['bgp a', 'bgp b'], 'vrf red': ['vni 5'] } },
  },
  {
    case: 'address families and VNIs inside a router',
    conf: [
      'router bgp 1',
      ' address-family l2vpn evpn',
      '  vni 10',
      '   rd 1:10',
      '  exit-vni',
      '  advertise-all-vni',
      ' exit-address-family',
      ' bgp x',
    ],
    means: {
      ...nothing,
      blocks: {
        'router bgp 1': ['bgp x'],
        'router bgp 1 > address-family l2vpn evpn': ['advertise-all-vni'],
        'router bgp 1 > address-family l2vpn evpn > vni 10': ['rd 1:10'],
      },
    },
  },
  {
    case: 'blocks that end where the next begins',
    conf: ['bfd', ' profile a', '  passive-mode', ' profile b', 'log stdout', 'hostname x'],
    means: {
      ...nothing,
      blocks: {
        bfd: [],
        'bfd > profile a': ['passive-mode'],
        'bfd > profile b': [],
        '': ['hostname x', 'log stdout'],
      },
    },
  },
  {
    case: 'numbers of a list that permits: their order says nothing',
    conf: ['ip prefix-list x seq 9 permit 10.0.0.0/8 le 24 ge 16', 'ip prefix-list x seq 1 permit 11.0.0.0/8'],
    means: { ...nothing, lists: { 'ip x': ['permit 10.0.0.0/8 ge 16 le 24', 'permit 11.0.0.0/8'] } },
  },
  {
    case: 'numbers of a list that also denies: the order counts',
    conf: ['ip prefix-list x permit any', 'ip prefix-list x seq 1 deny 10.0.0.0/8', 'ip prefix-list x permit any'],
    means: { ...nothing, lists: { 'ip x': ['deny 10.0.0.0/8', 'permit any', 'permit any'] } },
  },
  {
    case: 'route-maps by the order of their entries',
    conf: ['route-map m permit 20', ' set b', ' match a', 'route-map m deny 3', 'router bgp 1', ' set c'],
    means: {
      lists: {},
      blocks: { 'router bgp 1': ['set c'] },
      maps: { m: [['deny'], ['permit', 'match a', 'set b']] },
    },
  },
])('$case', ({ conf, means }) => {
  expect(lines(...conf)).toEqual(means)
})
