import { expect, test } from 'vitest'
import { aMetallb, aPeer, instead, words } from '../../test/objects.ts'

/** `subject: field: reason [code]`, and what each object says. */
const short = (text: string) => text.replace(/\nhelp: .*/s, '').replaceAll(/ {2,}/g, '  ')

test.each([
  {
    case: 'no AS number of ours',
    spec: { myASN: 0 },
    says: ['myASN: our own AS number is missing [metallb/asn]', '0  myASN'],
  },
  {
    case: 'no AS number of the peer',
    spec: { peerASN: 0 },
    says: ['peerASN: the AS number of the peer is missing [metallb/asn]', 'nothing  peerASN'],
  },
  {
    case: 'two ways to say the AS number',
    spec: { dynamicASN: 'external' },
    says: [
      'peerASN: peerASN and dynamicASN exclude each other [metallb/asn]',
      '64512  peerASN',
      'external  dynamicASN',
    ],
  },
  {
    case: 'another word for dynamicASN',
    spec: { peerASN: 0, dynamicASN: 'Internal' },
    says: ['dynamicASN: there is no such word [metallb/asn]', 'Internal  dynamicASN'],
  },
  {
    case: 'multihop to our own AS',
    spec: { peerASN: 64_500, ebgpMultiHop: true },
    says: ['ebgpMultiHop: this is an iBGP session, both ends are of one AS [metallb/ibgp]', 'true  ebgpMultiHop'],
  },
  {
    case: 'nothing that says where the peer is',
    spec: { peerAddress: '' },
    says: ['peerAddress: nothing says where the peer is [metallb/peer-address]', 'nothing  peerAddress'],
  },
  {
    case: 'address and interface',
    spec: { interface: 'eth1' },
    says: [
      'peerAddress: peerAddress and interface exclude each other [metallb/peer-address]',
      '192.0.2.1  peerAddress',
    ],
  },
  {
    case: 'a name for an address',
    spec: { peerAddress: 'tor1.example.org' },
    says: ['peerAddress: not an IP address [metallb/peer-address]', 'tor1.example.org  peerAddress'],
  },
  {
    case: 'an address with a zone',
    spec: { peerAddress: 'fe80::1%eth0' },
    says: ['peerAddress: not an IP address [metallb/peer-address]', 'fe80::1%eth0  peerAddress'],
  },
  {
    case: 'a source that is no address',
    spec: { sourceAddress: '10.0.0.256' },
    says: ['sourceAddress: not an IP address [metallb/peer-address]', '10.0.0.256  sourceAddress'],
  },
  {
    case: 'a router id of three numbers',
    spec: { routerID: '1.2.3' },
    says: ['routerID: not a router id [metallb/router-id]', '1.2.3  routerID'],
  },
  {
    case: 'a hold time of two seconds',
    spec: { holdTime: '2.5s' },
    says: ['holdTime: the hold time is 0, or at least 3 seconds [metallb/timers]', '2.5s  holdTime'],
  },
  {
    case: 'a negative hold time',
    spec: { holdTime: '-9s' },
    says: ['holdTime: the hold time is 0, or at least 3 seconds [metallb/timers]', '-9s  holdTime'],
  },
  {
    case: 'keepalives too far apart',
    spec: { holdTime: '9s', keepaliveTime: '9.001s' },
    says: [
      'holdTime: the keepalive interval is longer than the hold time [metallb/timers]',
      '9s  holdTime',
      '9.001s  keepaliveTime',
    ],
  },
  {
    case: 'keepalives so close that the hold time is too short',
    spec: { keepaliveTime: '500ms' },
    says: [
      'keepaliveTime: the hold time that follows, three times this, is less than 3 seconds [metallb/timers]',
      '500ms  keepaliveTime',
    ],
  },
  { case: 'no unit', spec: { holdTime: '90' }, says: ['holdTime: not a duration [metallb/timers]', '90  holdTime'] },
  {
    case: 'a BFD profile that is not there',
    spec: { bfdProfile: 'fast' },
    says: ['bfdProfile: there is no such BFDProfile [metallb/unknown-bfd-profile]', 'fast  bfdProfile'],
  },
  {
    case: 'a node selector twice',
    spec: { nodeSelectors: [{}, {}] },
    says: ['nodeSelectors[1]: the same as spec.nodeSelectors[0] [metallb/duplicate-entry]', '{}  nodeSelectors[1]'],
  },
  {
    case: 'a value twice',
    spec: { nodeSelectors: [{ matchExpressions: [{ key: 'rack', operator: 'NotIn', values: ['a', 'b', 'a'] }] }] },
    says: [
      'nodeSelectors[0].matchExpressions[0].values[2]: the same as spec.nodeSelectors[0].matchExpressions[0].values[0] [metallb/duplicate-entry]',
      'a  nodeSelectors[0].matchExpressions[0].values[2]',
    ],
  },
  {
    case: 'an operator that is none',
    spec: { nodeSelectors: [{ matchExpressions: [{ key: 'rack', operator: 'Equals', values: ['a'] }] }] },
    says: [
      'nodeSelectors[0].matchExpressions[0].operator: there is no such operator [metallb/selector]',
      'Equals  nodeSelectors[0].matchExpressions[0].operator',
    ],
  },
])('$case is refused', ({ spec, says: [head = '', ...rows] }) => {
  const tor = 'BGPPeer metallb-system/tor'
  const lines = rows.map((row) => `  ${row.replace(/ {2}(?=\S+$)/, `  ${tor}  spec.`)}`)
  expect(words(instead(aPeer(spec))).map(short)).toEqual([[`${tor}: spec.${head}`, ...lines].join('\n')])
})

const here = (spec: object, name?: string) => aPeer(spec, name)

test.each([
  {
    case: 'AS numbers of ours in one VRF',
    peers: [here({ myASN: 64_500 }, 'a'), here({ myASN: 64_501, peerAddress: '192.0.2.2' }, 'b')],
    says: `the default VRF: myASN: the peers of this node in the default VRF ask for different values [metallb/asn]
  64500  BGPPeer metallb-system/a  spec.myASN
  64501  BGPPeer metallb-system/b  spec.myASN
help: set myASN to the same value in all of them, or let nodeSelectors keep them apart`,
  },
  {
    case: 'router ids in one VRF',
    peers: [
      here({ vrf: 'red', routerID: '1.1.1.1' }, 'a'),
      here({ vrf: 'red', routerID: '1.1.1.2', peerAddress: '192.0.2.2' }, 'b'),
    ],
    says: `VRF red: routerID: the peers of this node in VRF red ask for different values [metallb/router-id]
  1.1.1.1  BGPPeer metallb-system/a  spec.routerID
  1.1.1.2  BGPPeer metallb-system/b  spec.routerID
help: set routerID to the same value in all of them, or let nodeSelectors keep them apart`,
  },
  {
    case: 'peers at one address, however it is written',
    peers: [here({ peerAddress: 'fc00::1' }, 'a'), here({ peerAddress: 'FC00:0::1' }, 'b')],
    says: `neighbor fc00::1: peerAddress: several BGPPeers of this node are one neighbor [metallb/duplicate-peer]
  fc00::1    BGPPeer metallb-system/a  spec.peerAddress
  FC00:0::1  BGPPeer metallb-system/b  spec.peerAddress
help: remove all but one of them, or let nodeSelectors keep them apart`,
  },
  {
    case: 'peers at one interface',
    peers: [here({ peerAddress: '', interface: 'eth0' }, 'a'), here({ peerAddress: '', interface: 'eth0' }, 'b')],
    says: `neighbor eth0: interface: several BGPPeers of this node are one neighbor [metallb/duplicate-peer]
  eth0  BGPPeer metallb-system/a  spec.interface
  eth0  BGPPeer metallb-system/b  spec.interface
help: remove all but one of them, or let nodeSelectors keep them apart`,
  },
])('different $case are refused', ({ peers, says }) => {
  expect(words(instead(...peers))).toEqual([says])
})

test.each([
  { case: 'another VRF, other AS number', peers: [here({}, 'a'), here({ vrf: 'red', myASN: 64_501 }, 'b')] },
  { case: 'the same address in two VRFs', peers: [here({}, 'a'), here({ vrf: 'red' }, 'b')] },
  {
    case: 'interface eth0-red, and eth0 in VRF red',
    peers: [
      here({ peerAddress: '', interface: 'eth0-red' }, 'a'),
      here({ peerAddress: '', interface: 'eth0', vrf: 'red' }, 'b'),
    ],
  },
  {
    case: 'a mistake in a peer of other nodes',
    peers: [here({ myASN: 0, peerAddress: 'x', nodeSelectors: [{ matchLabels: { rack: 'r2' } }] }, 'a')],
  },
])('$case is accepted', ({ peers }) => {
  expect(words(instead(...peers))).toEqual([])
})

test('all mistakes of all objects are told at once, sorted', () => {
  const objects = [
    aPeer({ myASN: 0, peerAddress: 'x' }, 'b'),
    aPeer({ holdTime: '1s' }, 'a'),
    aMetallb('IPAddressPool', 'p', { addresses: [] }),
  ]
  const told = words(instead(...objects)).map((text) => text.replace(/: .*/s, ''))
  expect(told).toEqual([
    'BGPPeer metallb-system/a',
    'BGPPeer metallb-system/b',
    'BGPPeer metallb-system/b',
    'IPAddressPool metallb-system/p',
    'the default VRF',
  ])
})

test('what the API would refuse is told in its words', () => {
  expect(words(instead(aPeer({ holdTime: 90, peerASn: 1, connectTime: '500ms' })))).toEqual([
    expect.stringContaining('spec.holdTime: a string is needed here [document/invalid-field]'),
    expect.stringContaining('spec.peerASn: no such field [document/unknown-field]'),
  ])
})
