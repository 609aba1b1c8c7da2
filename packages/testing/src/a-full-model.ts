import { type FrrModel, type Neighbor, type Prefix, type Router, type Sourced, secret } from '@frrkit/model'
import { aBfdProfile, aModel, aRawSnippet, aRouter } from './a-model.ts'
import { aNeighbor } from './a-neighbor.ts'
import { aPrefix, sourced } from './a-prefix.ts'
import { anOrigin } from './an-origin.ts'

/** The password in `aFullModel`, for tests that look for where it must not be. */
export const fullModelPassword = 's3cr3t'

/**
 * A model in which every field says something, with origins wherever a value can have them, so that a view that reads
 * a field or a template that writes it has something to show.
 */
export function aFullModel(): FrrModel {
  return aModel({
    logLevel: 'debug',
    alwaysBlock: [aPrefix('10.96.0.0/12'), aPrefix('fd00:96::/108')],
    routers: [defaultRouter(), tenantRouter()],
    bfdProfiles: [
      aBfdProfile({
        name: 'fast',
        receiveInterval: 150,
        transmitInterval: 160,
        detectMultiplier: 4,
        echoInterval: 45,
        echoMode: true,
        passiveMode: true,
        minimumTtl: 250,
        origins: [anOrigin('spec.bgp.bfdProfiles[0]')],
      }),
      aBfdProfile({ origins: [anOrigin('spec.bgp.bfdProfiles[1]')] }),
    ],
    rawSnippets: [aRawSnippet('ip route 203.0.113.0/24 blackhole', { priority: 5 })],
  })
}

function defaultRouter(): Router {
  return aRouter({
    id: '192.0.2.254',
    imports: [sourced('tenant', anOrigin('spec.bgp.routers[0].imports[0].vrf'))],
    prefixes: [network('198.51.100.0/24'), network('2001:db8:51::/48')],
    neighbors: [
      everyOption(),
      aNeighbor({
        address: '2001:db8::7',
        asn: 'external',
        addressFamilies: ['evpn', 'unicast'],
        receive: { mode: 'all', origins: [anOrigin('spec.bgp.routers[0].neighbors[1].toReceive.allowed.mode')] },
        origins: [anOrigin('spec.bgp.routers[0].neighbors[1]')],
      }),
      aNeighbor({ interface: 'eth5', asn: 'internal', origins: [anOrigin('spec.bgp.routers[0].neighbors[2]')] }),
    ],
    evpn: {
      advertiseAllVnis: true,
      advertiseSvi: true,
      l2vnis: [{ vni: 1010, rd: '64512:1010', importRTs: ['64512:1010'], exportRTs: ['64512:1010'] }],
      origins: [anOrigin('spec.bgp.routers[0].evpn')],
    },
    origins: [anOrigin('spec.bgp.routers[0]'), anOrigin('spec.bgp.routers[0]', { name: 'metallb-node-a' })],
  })
}

function tenantRouter(): Router {
  return aRouter({
    vrf: 'tenant',
    prefixes: [network('10.44.0.0/24')],
    evpn: {
      advertiseAllVnis: false,
      advertiseSvi: false,
      l2vnis: [],
      l3vni: { vni: 5001, rd: '64512:5001', importRTs: ['64512:5001'], exportRTs: ['64512:5001'] },
      origins: [anOrigin('spec.bgp.routers[1].evpn')],
    },
    origins: [anOrigin('spec.bgp.routers[1]')],
  })
}

function everyOption(): Neighbor {
  const at = 'spec.bgp.routers[0].neighbors[0]'
  const fields = ['asn', 'address', 'ebgpMultiHop', 'localASN', 'port', 'holdTime', 'keepaliveTime', 'connectTime']
  const more = ['password', 'sourceaddress', 'enableGracefulRestart', 'bfdProfile', 'addressFamilies']
  const nextHops = ['toAdvertise.nextHop.ipv4', 'toAdvertise.nextHop.ipv6']
  const allowed = [network('198.51.100.0/24'), network('2001:db8:51::/48')]
  return aNeighbor({
    address: '192.0.2.9',
    asn: 4_200_000_000,
    families: ['ipv4', 'ipv6'],
    addressFamilies: ['evpn', 'unicast'],
    ebgpMultiHop: true,
    localASN: 64_999,
    port: 1179,
    timers: { keepaliveTime: 0, holdTime: 0 },
    connectTime: 5,
    password: secret(fullModelPassword),
    sourceAddress: '192.0.2.3',
    gracefulRestart: true,
    bfdProfile: 'fast',
    advertise: {
      prefixes: allowed,
      nextHop: { ipv4: '192.0.2.200', ipv6: '2001:db8::200' },
      localPrefs: [{ localPref: 250, prefixes: allowed }],
      communities: [
        { community: { kind: 'standard', text: '64500:7' }, prefixes: allowed },
        { community: { kind: 'large', text: '64500:1:2' }, prefixes: allowed },
      ],
      all: [anOrigin(`${at}.toAdvertise.allowed.mode`)],
    },
    receive: {
      mode: 'filtered',
      filters: [
        sourced({ prefix: aPrefix('203.0.113.0/24'), le: 28, ge: 26 }, anOrigin(`${at}.toReceive.allowed.prefixes[0]`)),
        sourced({ prefix: aPrefix('2001:db8:5::/48') }, anOrigin(`${at}.toReceive.allowed.prefixes[1]`)),
      ],
    },
    origins: [anOrigin(at)],
    fieldOrigins: Object.fromEntries(
      [...fields, ...more, ...nextHops].map((field) => [field, [anOrigin(`${at}.${field}`)]]),
    ),
  })
}

function network(text: string): Sourced<Prefix> {
  return sourced(aPrefix(text), anOrigin(`spec.bgp.routers[0].prefixes of ${text}`))
}
