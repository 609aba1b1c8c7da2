import { type Neighbor, secret } from '@frrkit/model'
import {
  aBfdProfile,
  aModel,
  aNeighbor,
  anAdvertise,
  anObject,
  anOrigin,
  aPrefix,
  aRawSnippet,
  aRouter,
  sourced,
} from '@frrkit/testing'
import { expect, test } from 'vitest'
import { explainNeighbor } from './explain-neighbor.ts'
import type { Known } from './known.ts'
import { printNeighbor } from './print-explanation.ts'

const neighborPath = 'spec.bgp.routers[0].neighbors[0]'
const edge = (field: string) => anOrigin(`${neighborPath}.${field}`)
const lb = (field: string) => anOrigin(`${neighborPath}.${field}`, { name: 'lb' })

function know(neighbor: Partial<Neighbor>, rest: Partial<Known['model']> = {}): Known {
  const router = aRouter({
    neighbors: [aNeighbor({ address: '192.0.2.1', origins: [anOrigin(neighborPath)], ...neighbor })],
  })
  const model = aModel({ routers: [router], ...rest })
  return { model, documents: [], speaking: [anObject()], leftOut: [], problems: [], labels: {}, unsaid: [] }
}

const explained = (known: Known) => explainNeighbor('192.0.2.1', known).map(printNeighbor).join('\n')

test('a neighbor of which nobody says more than that it is there', () => {
  expect(explained(know({}))).toBe(`neighbor 192.0.2.1: AS 65001, of our AS 64512, for IPv4
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0]

advertises
  nothing

accepts
  nothing
`)
})

test('a neighbor of which two objects say everything', () => {
  const prefix = aPrefix('10.0.0.0/24')
  const known = know(
    {
      asn: 'external',
      port: 1179,
      timers: { keepaliveTime: 30, holdTime: 90 },
      password: secret('s3cret'),
      bfdProfile: 'fast',
      ebgpMultiHop: true,
      addressFamilies: ['evpn', 'unicast'],
      advertise: anAdvertise({
        prefixes: [sourced(prefix, anOrigin('spec.bgp.routers[0].prefixes', { name: 'lb' }))],
        localPrefs: [{ localPref: 200, prefixes: [sourced(prefix)] }],
        communities: [{ community: { kind: 'standard', text: '64500:7' }, prefixes: [sourced(prefix)] }],
      }),
      receive: {
        mode: 'filtered',
        filters: [sourced({ prefix: aPrefix('10.8.0.0/16'), ge: 20, le: 24 }, lb('toReceive.allowed.prefixes'))],
      },
      origins: [anOrigin(neighborPath), anOrigin(neighborPath, { name: 'lb' })],
      fieldOrigins: {
        holdTime: [edge('holdTime'), lb('holdTime')],
        asn: [edge('dynamicASN'), lb('dynamicASN')],
        password: [edge('password')],
        bfdProfile: [lb('bfdProfile')],
        addressFamilies: [edge('addressFamilies')],
        toReceive: [lb('toReceive')],
      },
    },
    {
      alwaysBlock: [aPrefix('10.96.0.0/12')],
      bfdProfiles: [aBfdProfile({ name: 'fast', origins: [anOrigin('spec.bgp.bfdProfiles[0]')] })],
      rawSnippets: [aRawSnippet('router bgp 64512\n neighbor 192.0.2.1 password hunter2')],
    },
  )
  expect(explained(known)).toBe(`neighbor 192.0.2.1: any external AS, of our AS 64512, for IPv4
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0]
  FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0]

settings
  asn: external
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].dynamicASN
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].dynamicASN
  holdTime: 90s
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].holdTime
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].holdTime
  password: (hidden)
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].password
  bfdProfile: fast
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].bfdProfile
  addressFamilies: evpn, unicast
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].addressFamilies
  BFD profile: fast
    FRRConfiguration frr-system/edge  spec.bgp.bfdProfiles[0]

advertises
  10.0.0.0/24 with local preference 200, community 64500:7
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].prefixes

accepts
  10.8.0.0/16 ge 20 le 24
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].toReceive.allowed.prefixes

never accepts, nor anything inside (always-block)
  10.96.0.0/12

raw configuration, which may say otherwise
  FRRConfiguration frr-system/edge  spec.raw.rawConfig
`)
  expect(JSON.stringify(explainNeighbor('192.0.2.1', known))).not.toMatch(/s3cret|hunter2/)
})

test('a neighbor of that name in every VRF, or in one', () => {
  const routers = ['', 'red'].map((vrf) => aRouter({ vrf, neighbors: [aNeighbor({ address: '192.0.2.1' })] }))
  const known = { ...know({}), model: aModel({ routers }) }
  expect(explainNeighbor('192.0.2.1', known).map(({ vrf }) => vrf)).toEqual(['', 'red'])
  expect(explainNeighbor('192.0.2.1', known, 'red').map(({ vrf }) => vrf)).toEqual(['red'])
  expect(explainNeighbor('192.0.2.1', known, '').map(({ vrf }) => vrf)).toEqual([''])
})
