import type { FrrConfigurationSpec } from '@frrkit/api'
import { quarantine } from '@frrkit/merge'
import { parsePrefix } from '@frrkit/model'
import { aDocument } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { explainPrefix } from './explain-prefix.ts'
import type { Known } from './known.ts'
import { printPrefix } from './print-explanation.ts'

type Router = NonNullable<NonNullable<FrrConfigurationSpec['bgp']>['routers']>[number]
type Neighbor = NonNullable<Router['neighbors']>[number]
type Written = Partial<Router> & { readonly name: string; readonly nodeSelector?: FrrConfigurationSpec['nodeSelector'] }

/** What objects mean on a node of rack r1 that blocks 10.96.0.0/12. */
function knowDocuments(...documents: Known['documents']): Known {
  const labels = { rack: 'r1' }
  const facts = { hostname: 'node-a', labels, alwaysBlock: ['10.96.0.0/12'], logLevel: 'info', hasIpv4: true } as const
  const { result, leftOut, problems } = quarantine({ documents, secrets: [], facts })
  if (!result.ok) throw new Error('BUG: the documents of a test cannot be merged')
  return { model: result.value.model, documents, speaking: result.value.objects, leftOut, problems, labels, unsaid: [] }
}

/** Objects with one router each. */
function know(...written: readonly Written[]): Known {
  return knowDocuments(
    ...written.map(({ name, nodeSelector, ...router }) =>
      aDocument({ ...(nodeSelector && { nodeSelector }), bgp: { routers: [{ asn: 64_512, ...router }] } }, { name }),
    ),
  )
}

function explained(prefix: string, known: Known, neighbor = '192.0.2.1'): string {
  const parsed = parsePrefix(prefix)
  if (parsed === undefined) throw new Error('BUG: no prefix')
  return printPrefix(explainPrefix(parsed, known, { neighbor }))
}

const tor = (rest: Partial<Neighbor> = {}): Neighbor => ({ address: '192.0.2.1', asn: 64_513, ...rest })
const all = { toAdvertise: { allowed: { mode: 'all' as const } } }
const nothing = '  not accepted from it: nothing is\n'

test.each<{
  readonly case: string
  readonly written: readonly Written[]
  readonly prefix: string
  readonly says: string
}>([
  {
    case: 'with all that is set on the way',
    written: [
      {
        name: 'edge',
        prefixes: ['10.0.0.0/24'],
        neighbors: [
          tor({
            toAdvertise: {
              allowed: { prefixes: ['10.0.0.0/24'] },
              nextHop: { ipv4: '192.0.2.200' },
              withLocalPref: [{ prefixes: ['10.0.0.0/24'], localPref: 250 }],
              withCommunity: [
                { prefixes: ['10.0.0.0/24'], community: '64500:7' },
                { prefixes: ['10.0.0.0/24'], community: 'large:1:2:3' },
              ],
            },
          }),
        ],
      },
    ],
    prefix: '10.0.0.0/24',
    says: `prefix 10.0.0.0/24: originated
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].prefixes

neighbor 192.0.2.1: advertised with local preference 250, community 64500:7, community large:1:2:3, next hop 192.0.2.200
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.prefixes
${nothing}`,
  },
  {
    case: 'because mode: all of another object is about the prefixes of that object',
    written: [
      { name: 'edge', prefixes: ['10.0.0.0/24'], neighbors: [tor(all)] },
      { name: 'lb', prefixes: ['10.0.1.0/24'], neighbors: [tor()] },
    ],
    prefix: '10.0.1.0/24',
    says: `prefix 10.0.1.0/24: originated
  FRRConfiguration frr-system/lb  spec.bgp.routers[0].prefixes

neighbor 192.0.2.1: not advertised
  originated by FRRConfiguration frr-system/lb, and no object allows it to this neighbor
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].prefixes
    help: in FRRConfiguration frr-system/lb, list it in toAdvertise.allowed.prefixes of this neighbor, or set mode: all
  mode: all of FRRConfiguration frr-system/edge allows the prefixes of that object alone
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.mode
${nothing}`,
  },
  {
    case: 'because nobody originates it; something larger is',
    written: [{ name: 'edge', prefixes: ['10.0.0.0/16'], neighbors: [tor(all)] }],
    prefix: '10.0.1.0/24',
    says: `prefix 10.0.1.0/24: originated by no object that speaks here

neighbor 192.0.2.1: not advertised
  no object that speaks here originates it in the default VRF
    help: list it in spec.bgp.routers[].prefixes of an object
  10.0.0.0/16 is originated, which is another prefix
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].prefixes
${nothing}`,
  },
  {
    case: 'because it is originated in another VRF',
    written: [
      { name: 'edge', neighbors: [tor(all)] },
      { name: 'tenant', vrf: 'red', prefixes: ['10.0.1.0/24'] },
    ],
    prefix: '10.0.1.0/24',
    says: `prefix 10.0.1.0/24: originated (vrf red)
  FRRConfiguration frr-system/tenant  spec.bgp.routers[0].prefixes

neighbor 192.0.2.1: not advertised
  originated in VRF red, and not in the default VRF, where this neighbor is
    FRRConfiguration frr-system/tenant  spec.bgp.routers[0].prefixes
    help: originate it there, or let that router import red
${nothing}`,
  },
  {
    case: 'because the object that would is not for this node',
    written: [
      { name: 'edge', neighbors: [tor()] },
      {
        name: 'lb',
        prefixes: ['10.0.1.0/24'],
        neighbors: [tor(all)],
        nodeSelector: { matchLabels: { rack: 'r2' } },
      },
    ],
    prefix: '10.0.1.0/24',
    says: `prefix 10.0.1.0/24: originated by no object that speaks here

neighbor 192.0.2.1: not advertised
  no object that speaks here originates it in the default VRF
    help: list it in spec.bgp.routers[].prefixes of an object
  FRRConfiguration frr-system/lb would allow it, but is not for this node: its nodeSelector asks for rack=r2, the node has rack=r1
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.mode
${nothing}`,
  },
  {
    case: 'because the object that would is in conflict with another',
    written: [
      { name: 'edge', neighbors: [tor()] },
      { name: 'lb', prefixes: ['10.0.1.0/24'], neighbors: [tor({ ...all, asn: 64_999 })] },
    ],
    prefix: '10.0.1.0/24',
    says: `prefix 10.0.1.0/24: originated by no object that speaks here

neighbor 192.0.2.1: not advertised
  no object that speaks here originates it in the default VRF
    help: list it in spec.bgp.routers[].prefixes of an object
  FRRConfiguration frr-system/lb would allow it, but is left out: neighbor 192.0.2.1: asn: objects ask for different values [merge/conflict]
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.mode
${nothing}`,
  },
  {
    case: 'because the session carries the other family',
    written: [{ name: 'edge', prefixes: ['2001:db8::/64'], neighbors: [tor(all)] }],
    prefix: '2001:db8::/64',
    says: `prefix 2001:db8::/64: originated
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].prefixes

neighbor 192.0.2.1: not advertised
  the session carries IPv4 only
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0]
    help: set dualStackAddressFamily, in all objects that define the neighbor
  not accepted from it: the session carries IPv4 only
`,
  },
  {
    case: 'because the neighbor has only evpn',
    written: [
      {
        name: 'edge',
        prefixes: ['10.0.0.0/24'],
        neighbors: [tor({ ...all, addressFamilies: ['evpn'] })],
        evpn: { advertiseVNIs: 'All' },
      },
    ],
    prefix: '10.0.0.0/24',
    says: `prefix 10.0.0.0/24: originated
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].prefixes

neighbor 192.0.2.1: not advertised
  the neighbor has only the address family evpn
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].addressFamilies
    help: add unicast to its addressFamilies
  not accepted from it: the neighbor has only the address family evpn
`,
  },
])('10.0.0.0/24 or another is advertised or not: $case', ({ written, prefix, says }) => {
  expect(explained(prefix, know(...written))).toBe(says)
})

test.each([
  { prefix: '10.1.0.0/24', says: 'accepted from it: by 10.1.0.0/16 le 24' },
  { prefix: '10.1.0.0/25', says: 'not accepted from it: no filter of toReceive matches it' },
  { prefix: '10.2.0.0/16', says: 'accepted from it: by 10.2.0.0/16' },
  { prefix: '10.2.0.0/17', says: 'not accepted from it: no filter of toReceive matches it' },
  { prefix: '10.3.0.0/24', says: 'accepted from it: by 10.3.0.0/16 ge 20' },
  { prefix: '10.3.0.0/16', says: 'not accepted from it: no filter of toReceive matches it' },
  { prefix: '10.97.0.0/24', says: 'not accepted from it: always-block 10.96.0.0/12' },
])('$prefix is $says', ({ prefix, says }) => {
  const prefixes = [
    { prefix: '10.1.0.0/16', le: 24 },
    { prefix: '10.2.0.0/16' },
    { prefix: '10.3.0.0/16', ge: 20 },
    { prefix: '10.97.0.0/16', le: 32 },
  ]
  const known = know({ name: 'edge', neighbors: [tor({ toReceive: { allowed: { prefixes } } })] })
  expect(explained(prefix, known)).toContain(`\n  ${says}\n`)
})

test('everything is accepted where an object says so', () => {
  const known = know({ name: 'edge', neighbors: [tor({ toReceive: { allowed: { mode: 'all' } } })] })
  expect(explained('10.1.0.0/24', known)).toContain(`
  accepted from it: everything is
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].toReceive.allowed.mode
`)
})

test('what an imported VRF originates is advertised by mode: all', () => {
  const routers = [
    { asn: 64_512, imports: [{ vrf: 'red' }], neighbors: [tor(all)] },
    { asn: 64_512, vrf: 'red', prefixes: ['10.0.1.0/24'] },
  ]
  expect(
    explained('10.0.1.0/24', knowDocuments(aDocument({ bgp: { routers } }))),
  ).toBe(`prefix 10.0.1.0/24: originated (vrf red)
  FRRConfiguration frr-system/edge  spec.bgp.routers[1].prefixes

neighbor 192.0.2.1: advertised
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.mode
${nothing}`)
})

test('without a neighbor, the answer is about all of them, by VRF', () => {
  const known = know(
    { name: 'edge', neighbors: [tor(), tor({ address: '192.0.2.2' })] },
    { name: 'tenant', vrf: 'red', neighbors: [tor()] },
  )
  const parsed = parsePrefix('10.0.0.0/24')
  const { neighbors } = parsed ? explainPrefix(parsed, known) : { neighbors: [] }
  expect(neighbors.map(({ vrf, neighbor }) => `${neighbor} ${vrf}`)).toEqual([
    '192.0.2.1 ',
    '192.0.2.2 ',
    '192.0.2.1 red',
  ])
})
