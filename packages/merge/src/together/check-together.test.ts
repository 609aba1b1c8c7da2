import type { RouterSpec } from '@frrkit/api'
import { aDocument } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { short } from '../../test/problems-of.ts'
import { readDocument } from '../read-document.ts'
import { checkTogether } from './check-together.ts'

/** What is wrong with several objects together, each of one router of AS 64512. */
function together(routers: readonly Partial<RouterSpec>[], alwaysBlocks = false): readonly string[] {
  const readings = routers.map((router, i) =>
    readDocument(aDocument({ bgp: { routers: [{ asn: 64_512, ...router }] } }, { name: `object-${i}` })),
  )
  const claims = {
    routers: readings.flatMap((reading) => reading.routers),
    neighbors: readings.flatMap((reading) => reading.neighbors),
    alwaysBlocks,
  }
  return checkTogether(claims).map((problem) => `${problem.subject}: ${short(problem)}`)
}

const evpnNeighbor = { address: '192.0.2.1', asn: 64_512, addressFamilies: ['evpn'] } as const
const l3vni = (vni: number) => ({ l3vni: { vni, advertisePrefixes: ['unicast'] } }) as const
const alone =
  'router: merge/evpn-without-neighbor evpn: no neighbor of this router has family evpn to advertise VNIs to'

test.each<{
  readonly case: string
  readonly routers: readonly Partial<RouterSpec>[]
  readonly problems: readonly string[]
}>([
  {
    case: 'VNIs and a neighbor, in one object',
    routers: [{ neighbors: [evpnNeighbor], evpn: { l2vnis: [{ vni: 1 }] } }],
    problems: [],
  },
  {
    case: 'VNIs and a neighbor, in two objects',
    routers: [{ neighbors: [evpnNeighbor] }, { evpn: { advertiseVNIs: 'All' } }],
    problems: [],
  },
  { case: 'all VNIs without a neighbor', routers: [{ evpn: { advertiseVNIs: 'All' } }], problems: [alone] },
  { case: 'SVIs without a neighbor', routers: [{ evpn: { advertiseSVI: true } }], problems: [alone] },
  { case: 'a VNI without a neighbor', routers: [{ evpn: { l2vnis: [{ vni: 1 }] } }], problems: [alone] },
  { case: 'nothing to advertise', routers: [{ evpn: { advertiseVNIs: 'Disabled', l2vnis: [] } }], problems: [] },
  {
    case: 'a neighbor in another VRF',
    routers: [{ vrf: 'red', neighbors: [evpnNeighbor], evpn: {} }, { evpn: { advertiseVNIs: 'All' } }],
    problems: [alone],
  },
  {
    case: 'a neighbor that nobody can name is still one',
    routers: [{ neighbors: [{ ...evpnNeighbor, address: 'nonsense' }], evpn: { advertiseVNIs: 'All' } }],
    problems: [],
  },
  {
    case: 'a neighbor without a section',
    routers: [{ neighbors: [evpnNeighbor] }, { neighbors: [evpnNeighbor] }],
    problems: [
      'neighbor 192.0.2.1: warning: merge/without-effect addressFamilies: no object gives this router an evpn section, so family evpn is not activated',
    ],
  },
  { case: 'a layer 3 VNI alone', routers: [{ vrf: 'red', evpn: l3vni(1) }], problems: [] },
  {
    case: 'a layer 3 VNI here, neighbors there',
    routers: [
      { vrf: 'red', evpn: l3vni(1) },
      { vrf: 'red', neighbors: [{ address: '192.0.2.1', asn: 1 }] },
    ],
    problems: [
      'router (vrf red): merge/l3vni-with-neighbors evpn.l3vni: a router with a layer 3 VNI has no neighbors of its own',
    ],
  },
  {
    case: 'a layer 3 VNI in the default VRF',
    routers: [{ evpn: l3vni(1) }],
    problems: ['router: warning: merge/without-effect evpn.l3vni: the default VRF cannot be bound to a layer 3 VNI'],
  },
  {
    case: 'route targets of a VNI, and all VNIs advertised by another object',
    routers: [
      { neighbors: [evpnNeighbor], evpn: { l2vnis: [{ vni: 1, rd: '64512:1' }] } },
      { evpn: { advertiseVNIs: 'All' } },
    ],
    problems: [],
  },
  {
    case: 'route targets of a VNI where not all VNIs are advertised',
    routers: [
      { vrf: 'blue', neighbors: [evpnNeighbor], evpn: { l2vnis: [{ vni: 1, exportRTs: ['64512:1'] }] } },
      { vrf: 'red', neighbors: [evpnNeighbor], evpn: { advertiseVNIs: 'All' } },
    ],
    problems: [
      'router (vrf blue): warning: merge/without-effect evpn.l2vnis: FRR takes rd and route targets of a VNI only where all VNIs are advertised',
    ],
  },
  {
    case: 'one VNI in two objects',
    routers: [
      { vrf: 'red', evpn: l3vni(1) },
      { vrf: 'red', evpn: l3vni(1) },
    ],
    problems: [],
  },
  {
    case: 'all VNIs in two VRFs',
    routers: [
      { neighbors: [evpnNeighbor], evpn: { advertiseVNIs: 'All' } },
      { vrf: 'red', neighbors: [evpnNeighbor], evpn: { advertiseVNIs: 'All' } },
    ],
    problems: [
      'routers: warning: merge/several-evpn-vrfs evpn.advertiseVNIs: FRR advertises VNIs from one VRF only, and refuses the others',
    ],
  },
  {
    case: 'all VNIs in a VRF, and no router for the default VRF',
    routers: [{ vrf: 'red', neighbors: [evpnNeighbor], evpn: { advertiseVNIs: 'All' } }],
    problems: [],
  },
  {
    case: 'all VNIs in a VRF beside the default VRF',
    routers: [{}, { vrf: 'red', neighbors: [evpnNeighbor], evpn: { advertiseVNIs: 'All' } }],
    problems: [
      'routers: warning: merge/several-evpn-vrfs evpn.advertiseVNIs: the default VRF has a router, so FRR advertises VNIs from there only',
    ],
  },
  {
    case: 'one VNI in two VRFs',
    routers: [
      { vrf: 'red', evpn: l3vni(1) },
      { vrf: 'blue', evpn: l3vni(1) },
    ],
    problems: ['VNI 1: merge/duplicate-vni : used for different things on one node'],
  },
  {
    case: 'one VNI of two layers',
    routers: [
      { vrf: 'red', evpn: l3vni(1) },
      { neighbors: [evpnNeighbor], evpn: { l2vnis: [{ vni: 1 }] } },
    ],
    problems: ['VNI 1: merge/duplicate-vni : used for different things on one node'],
  },
])('$case', ({ routers, problems }) => {
  expect(together(routers)).toEqual(problems)
})

const unnumbered = (name: string) => ({ neighbors: [{ interface: name, asn: 1 }] })
const clash = (name: string) =>
  `merge/ambiguous-name : its prefix-lists would have the names of another neighbor's, ${name}-…`
test.each([
  {
    case: 'one neighbor in two objects',
    routers: [unnumbered('eth0'), unnumbered('eth0')],
    blocks: false,
    problems: [],
  },
  {
    case: 'one interface in two VRFs',
    routers: [unnumbered('eth0'), { vrf: 'red', ...unnumbered('eth0') }],
    blocks: true,
    problems: [],
  },
  {
    case: 'an interface that is named like another in its VRF',
    routers: [unnumbered('eth0-red'), { vrf: 'red', ...unnumbered('eth0') }],
    blocks: false,
    problems: [`neighbor eth0-red: ${clash('eth0-red')}`],
  },
  {
    case: 'an interface that is named like the list of blocked prefixes',
    routers: [unnumbered('eth0'), unnumbered('eth0-denied')],
    blocks: true,
    problems: [`neighbor eth0: ${clash('eth0')}`],
  },
  {
    case: 'the same where nothing is blocked',
    routers: [unnumbered('eth0'), unnumbered('eth0-denied')],
    blocks: false,
    problems: [],
  },
])('names: $case', ({ routers, blocks, problems }) => {
  expect(together(routers, blocks)).toEqual(problems)
})
