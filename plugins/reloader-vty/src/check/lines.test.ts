import { expect, test } from 'vitest'
import { checkText, family, messages, session } from '../../e2e/check-text.ts'

const at = 'router bgp 65001'

test.each([
  // Values.
  {
    case: 'an AS that is none',
    text: 'router bgp 65001\nneighbor 192.0.2.1 remote-as 0',
    wrong: `${at} / neighbor 192.0.2.1 remote-as 0: 0 is not between 1 and 4294967295`,
  },
  { case: 'the AS of a router', text: 'router bgp 0', wrong: 'router bgp 0: 0 is not between 1 and 4294967295' },
  {
    case: 'an address that is none',
    text: 'router bgp 65001\nbgp router-id 192.0.2.256',
    wrong: `${at} / bgp router-id 192.0.2.256: 192.0.2.256 is no IPv4 address`,
  },
  {
    case: 'the address of a neighbor',
    text: 'router bgp 65001\nneighbor 192.0.2.256 remote-as 65002',
    wrong: `${at} / neighbor 192.0.2.256 remote-as 65002: 192.0.2.256 is neither an address, nor an interface or a peer-group here`,
  },
  {
    case: 'a NUL',
    text: session('description a\0b'),
    wrong: `${at} / neighbor 192.0.2.1 description a\0b: FRR reads up to the NUL in it, and no further`,
  },
  {
    case: 'a prefix that is none',
    text: family('network 10.0.0.0/33'),
    wrong: `${at} / address-family ipv4 unicast / network 10.0.0.0/33: 10.0.0.0/33 is no prefix: longer than 32 bits`,
  },
  {
    case: 'a prefix of the other family',
    text: family('network 2001:db8::/32'),
    wrong: `${at} / address-family ipv4 unicast / network 2001:db8::/32: 2001:db8::/32 is no IPv4 prefix`,
  },
  {
    case: 'a list of the other family',
    text: 'ip prefix-list x seq 5 permit 2001:db8::/32',
    wrong: 'ip prefix-list x seq 5 permit 2001:db8::/32: 2001:db8::/32 is no IPv4 prefix',
  },
  {
    case: 'a community that is none',
    text: 'route-map x permit 1\nset community 65536:1 additive',
    wrong: 'route-map x permit 1 / set community 65536:1 additive: 65536 in 65536:1 is more than 65535',
  },
  {
    case: 'a route target that is none',
    text: 'router bgp 65001 vrf red\naddress-family l2vpn evpn\nroute-target import 65536:65536',
    wrong:
      'router bgp 65001 vrf red / address-family l2vpn evpn / route-target import 65536:65536: 65536 in 65536:65536 is more than 65535',
  },
  {
    case: 'a next hop where nothing is',
    text: 'route-map x permit 1\nset ipv6 next-hop global fe80::1',
    wrong: 'route-map x permit 1 / set ipv6 next-hop global fe80::1: fe80::1 is no global address',
  },
  {
    case: 'a metric that ends bgpd',
    text: 'route-map x permit 1\nmatch metric 0',
    wrong: 'route-map x permit 1 / match metric 0: 0 is not between 1 and 4294967295',
  },
  {
    case: 'a name that ends bgpd',
    text: `route-map x permit 1\nmatch ip address prefix-list ${'n'.repeat(129)}`,
    wrong: `route-map x permit 1 / match ip address prefix-list ${'n'.repeat(129)}: a name of 129 bytes, and 128 is the most`,
  },
  {
    case: 'a pipe in a description',
    text: session('description spine 1 | rack 7'),
    wrong: `${at} / neighbor 192.0.2.1 description spine 1 | rack 7: FRR takes what follows | for a command of its own`,
  },
  {
    case: 'a host name',
    text: 'hostname -x',
    wrong: 'hostname -x: -x does not begin with a letter or a digit',
  },
  {
    case: 'an AS path expression',
    text: 'bgp as-path access-list x seq 5 permit ^(65001_',
    wrong: 'bgp as-path access-list x seq 5 permit ^(65001_: ^(65001_ is no regular expression',
  },
  {
    case: 'letters in an AS path expression',
    text: 'bgp as-path access-list x seq 5 permit ^AS1$',
    wrong: 'bgp as-path access-list x seq 5 permit ^AS1$: A cannot be in an AS path',
  },
])('$case is wrong', ({ text, wrong }) => {
  expect(messages(checkText(text))).toEqual([wrong])
})

test('a no-break space is no blank, and a byte order mark is something', () => {
  const text = '\ufefflog stdout\nrouter bgp 65001\n neighbor\u00a0192.0.2.1 remote-as 65002\n'
  expect(checkText(text).unknown.map(({ line }) => line)).toEqual([
    '\ufefflog stdout',
    'neighbor\u00a0192.0.2.1 remote-as 65002',
  ])
})
