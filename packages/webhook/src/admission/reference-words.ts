import type { Problem } from '@frrkit/model'

/**
 * What frr-k8s says of the same mistake, in the part of its message that does not vary: people, scripts and its own tests
 * look for these words. Undefined where frr-k8s accepts it.
 */
export function referenceWords({ code, subject, field, evidence, reason }: Problem): string | undefined {
  const says = evidence[0]?.says ?? ''
  switch (code) {
    case 'merge/conflict':
      return wordsOfConflict(subject, field)
    case 'merge/not-a-prefix':
      return `unknown ipfamily for ${says}`
    case 'merge/not-an-address':
      return field === 'address' ? `failed to find ipfamily for ${says}` : undefined
    case 'merge/next-hop': {
      const family = /nextHop\.(ipv[46])$/.exec(field)?.[1]
      return reason.includes('does not carry')
        ? `${family} next hop set without an ${family} address family`
        : undefined
    }
    case 'merge/prefix-not-advertised':
      return field.includes('withLocalPref')
        ? `localPref associated to non existing prefix ${says}`
        : `prefix ${says} is advertised for community but it's not in the advertisement list of the neighbor`
    case 'merge/neighbor-asn':
      return evidence.length > 1 ? 'has both ASN and DynamicASN specified' : 'has no ASN or DynamicASN specified'
    case 'merge/neighbor-address':
      return evidence.length > 1 ? 'has both Address and Interface specified' : 'has no address and no interface'
    case 'merge/prefix-not-in-router':
      return `trying to advertise non configured prefix ${says}`
    case 'merge/unknown-import':
      return `imports vrf ${says} which is not defined`
    case 'merge/unknown-bfd-profile':
      return `referencing non existing BFDProfile ${says}`
    default:
      return fixed[code]
  }
}

const fixed: Readonly<Record<string, string>> = {
  'merge/two-passwords': 'specifies both cleartext password and secret ref',
  'merge/duplicate-bfd-profile': 'duplicate bfd profile name',
  'merge/prefix-length': 'invalid selector lengths',
  'merge/evpn-without-neighbor': 'require at least one neighbor with evpn address family',
  'merge/l3vni-with-neighbors': 'l3vni can only be configured on routers with no neighbors',
  'merge/duplicate-vni': 'duplicate VNI',
  'merge/local-asn': 'localASN is not supported for iBGP sessions',
}

const ofNeighbor: Readonly<Record<string, string>> = {
  asn: 'multiple asns',
  dynamicASN: 'multiple asns',
  port: 'multiple ports',
  sourceaddress: 'multiple source addresses',
  password: 'multiple passwords',
  bfdProfile: 'multiple bfd profiles',
  ebgpMultiHop: 'conflicting ebgp-multihop',
  dualStackAddressFamily: 'conflicting advertiseDualStack',
  holdTime: 'multiple hold times',
  keepaliveTime: 'multiple keepalive times',
  connectTime: 'multiple connect times',
  localASN: 'multiple localASNs',
}

function wordsOfConflict(subject: string, field: string): string | undefined {
  const [kind, name = ''] = subject.split(' ')
  if (kind === 'BFD') return 'duplicate bfd profile name with different values'
  if (kind === 'router') {
    const what = { asn: 'different asns', id: 'different router ids' }[field]
    return what && `${what} specified for same vrf`
  }
  const what = ofNeighbor[field]
  return what && `${what} specified for ${name}`
}
