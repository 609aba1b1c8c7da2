import type { EvpnSpec, RouterSpec } from '@frrkit/api'
import { expect, test } from 'vitest'
import { problemsOf } from '../../test/problems-of.ts'

const routers = (...all: readonly Partial<RouterSpec>[]) =>
  problemsOf({ bgp: { routers: all.map((router) => ({ asn: 64_512, ...router })) } })
const none: readonly string[] = []
const id = 'merge/router-id id: a router id is four numbers from 0 to 255 with dots between, and not 0.0.0.0'

test.each([
  { case: 'all that a router may have', router: { id: '255.255.255.255', vrf: 'red' }, problems: none },
  { case: 'nothing but an AS', router: {}, problems: none },
  { case: 'empty texts', router: { id: '', vrf: '' }, problems: none },
  {
    case: 'AS 0',
    router: { asn: 0 },
    problems: ['merge/asn-zero asn: AS 0 is reserved (RFC 7607), and FRR does not take it'],
  },
  ...['0.0.0.0', '1.2.3', '1.2.3.4.5', '::1', '::ffff:1.2.3.4', '01.2.3.4', '1.2.3.4 ', 'router'].map((text) => ({
    case: `router id ${JSON.stringify(text)}`,
    router: { id: text },
    problems: [id],
  })),
  {
    case: 'a VRF of two words',
    router: { vrf: 'red vni 5' },
    problems: ['merge/unsafe-text vrf: it holds whitespace or control characters'],
  },
  {
    case: 'prefixes that are none',
    router: { prefixes: ['10.0.0.0/8', '10.0.0.0', ''] },
    problems: ['merge/not-a-prefix prefixes[1]: not a prefix', 'merge/not-a-prefix prefixes[2]: not a prefix'],
  },
  {
    case: 'a link-local prefix',
    router: { prefixes: ['fe80::/64', 'fe00::/9'] },
    problems: [
      'merge/link-local-prefix prefixes[0]: link-local addresses mean something on their link only, so FRR does not announce them',
    ],
  },
])('$case', ({ router, problems }) => {
  expect(routers(router)).toEqual(problems)
})

const unknown = (i = 0) => `merge/unknown-import imports[${i}].vrf: this object has no router for that VRF`
const self = 'merge/self-import imports[0].vrf: a VRF cannot import from itself'
test.each([
  { case: 'of another VRF', all: [{ imports: [{ vrf: 'red' }] }, { vrf: 'red' }], problems: none },
  { case: 'of the default VRF', all: [{ vrf: 'red', imports: [{ vrf: 'default' }] }, {}], problems: none },
  {
    case: 'without a VRF is of the default one',
    all: [{ vrf: 'red', imports: [{}, { vrf: '' }] }, {}],
    problems: none,
  },
  {
    case: 'of a VRF without a router',
    all: [{ imports: [{ vrf: 'red' }, { vrf: 'blue' }] }],
    problems: [unknown(0), unknown(1)],
  },
  {
    case: 'of the default VRF without a router',
    all: [{ vrf: 'red', imports: [{ vrf: 'default' }] }],
    problems: [unknown()],
  },
  {
    case: 'of a VRF named like a word of the command',
    all: [{ imports: [{ vrf: 'route-map' }] }, { vrf: 'route-map' }],
    problems: ['merge/unsafe-text imports[0].vrf: FRR takes the name for a word of its own'],
  },
  { case: 'of its own VRF', all: [{ vrf: 'red', imports: [{ vrf: 'red' }] }], problems: [self] },
  { case: 'of its own VRF, the default one', all: [{ imports: [{ vrf: 'default' }] }], problems: [self] },
  { case: 'of VRF default in VRF default', all: [{ vrf: 'default', imports: [{}] }], problems: [self] },
])('an import $case', ({ all, problems }) => {
  expect(routers(...all)).toEqual(problems)
})

const evpn = (given: EvpnSpec) => routers({ evpn: given })
test('route distinguishers and route targets are such', () => {
  const given: EvpnSpec = {
    l2vnis: [
      { vni: 1, rd: '1:1', importRTs: ['1:1'], exportRTs: ['192.0.2.1:1'] },
      { vni: 2, rd: 'a1:1' },
    ],
    l3vni: { vni: 3, rd: '1:b', importRTs: ['*:1', '*:x1'], exportRTs: ['*:1'], advertisePrefixes: ['unicast'] },
  }
  expect(evpn(given)).toEqual([
    'merge/route-target evpn.l2vnis[1].rd: not a route distinguisher',
    'merge/route-target evpn.l3vni.rd: not a route distinguisher',
    'merge/route-target evpn.l3vni.importRTs[1]: not a route target',
    'merge/route-target evpn.l3vni.exportRTs[0]: not a route target',
  ])
})

test('a wildcard in a layer 2 VNI is dubious', () => {
  expect(evpn({ l2vnis: [{ vni: 1, importRTs: ['*:1'] }] })).toEqual([
    'warning: merge/wildcard-route-target evpn.l2vnis[0].importRTs[0]: FRR takes a wildcard for layer 3 VNIs only',
  ])
})

test('BFD profiles have one name each, and one that bfdd takes', () => {
  const names = ['fast', 'slow', 'fast', '', 'two words', 'x'.repeat(64)]
  expect(problemsOf({ bgp: { bfdProfiles: names.map((name) => ({ name })) } })).toEqual([
    'merge/duplicate-bfd-profile name: one object defines this profile more than once',
    'merge/unsafe-text name: it is empty',
    'merge/unsafe-text name: it holds whitespace or control characters',
    'merge/unsafe-text name: it is longer than 63 bytes',
  ])
})
