import { sourceObject } from '../arbitrary/object.ts'
import type { World } from '../world.ts'

const first = {
  asn: 64_512,
  id: '192.0.2.254',
  prefixes: ['10.77.1.0/24', '2001:db8:77::/48'],
  imports: [{ vrf: 'vrfleaks' }],
  neighbors: [
    {
      address: '192.0.2.77',
      asn: 64_513,
      sourceaddress: 'srcbenign',
      password: 'clearpassword',
      holdTime: '91s',
      keepaliveTime: '31s',
      connectTime: '11s',
      bfdProfile: 'bfdbenign',
      addressFamilies: ['unicast', 'evpn'],
      toAdvertise: {
        allowed: { mode: 'filtered', prefixes: ['10.77.1.0/24'] },
        nextHop: { ipv4: '192.0.2.99' },
        withLocalPref: [{ prefixes: ['10.77.1.0/24'], localPref: 77 }],
        withCommunity: [{ prefixes: ['10.77.1.0/24'], community: '64500:77' }],
      },
      toReceive: { allowed: { mode: 'filtered', prefixes: [{ prefix: '10.78.0.0/16', le: 24 }] } },
    },
    {
      interface: 'ifcbenign',
      dynamicASN: 'external',
      passwordSecret: { name: 'secretbenign', namespace: 'frr-k8s-system' },
      toAdvertise: { nextHop: { ipv6: '2001:db8::99' } },
    },
  ],
  evpn: {
    advertiseVNIs: 'All',
    l2vnis: [{ vni: 1, rd: '64512:71', importRTs: ['64512:72'], exportRTs: ['64512:73'] }],
  },
}

const vni = { vni: 2, rd: '64512:81', importRTs: ['64512:82'], exportRTs: ['64512:83'] }

const spec = {
  nodeSelector: {
    matchLabels: { labelkey: 'labelvalue' },
    matchExpressions: [{ key: 'expressionkey', operator: 'In', values: ['expressionvalue'] }],
  },
  raw: { rawConfig: '! rawbenign', priority: 1 },
  bgp: {
    bfdProfiles: [{ name: 'bfdbenign' }],
    routers: [
      first,
      { asn: 64_514, vrf: 'vrfl3', evpn: { l3vni: { ...vni, advertisePrefixes: ['unicast'] } } },
      {
        asn: 64_515,
        vrf: 'vrfleaks',
        prefixes: ['10.88.0.0/16'],
        neighbors: [{ interface: 'ifcinvrf', asn: 64_516, toAdvertise: { allowed: { mode: 'all' } } }],
      },
    ],
  },
}

/** Every text of the API is in it once, or wherever it must stand more than once; all of it is fine. */
export const benignWorld: World = {
  objects: [
    sourceObject('FRRConfiguration', 'benign', spec, { unknownFields: 'refuse', file: 'benign.yaml' }),
    sourceObject('FRRK8sConfiguration', 'config', { logLevel: 'debug' }, { unknownFields: 'refuse' }),
  ],
  secrets: [
    {
      namespace: 'frr-k8s-system',
      name: 'secretbenign',
      type: 'kubernetes.io/basic-auth',
      data: { password: new TextEncoder().encode('secretpassword') },
    },
  ],
  facts: {
    hostname: 'hostbenign',
    labels: { labelkey: 'labelvalue', expressionkey: 'expressionvalue' },
    alwaysBlock: ['10.79.0.0/16'],
    logLevel: 'info',
    hasIpv4: true,
  },
}
