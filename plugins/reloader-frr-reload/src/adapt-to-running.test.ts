import { expect, test } from 'vitest'
import { adaptToRunning } from './adapt-to-running.ts'

test.each([
  {
    case: 'FRR shows the default hops',
    wanted: 'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop\n neighbor 192.0.2.2 ebgp-multihop\n',
    running: 'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 255\n',
    adapted: 'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 255\n neighbor 192.0.2.2 ebgp-multihop\n',
  },
  {
    case: 'the hops are written out',
    wanted: 'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 3\n',
    running: 'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 255\n',
    adapted: 'router bgp 1\n neighbor 192.0.2.1 ebgp-multihop 3\n',
  },
  {
    case: 'the kernel does not forward',
    wanted: 'hostname a\n',
    running: 'no ip forwarding\nno ipv6 forwarding\n',
    adapted: 'hostname a\nno ip forwarding\nno ipv6 forwarding\n',
  },
  {
    case: 'somebody wants it to forward',
    wanted: 'ip forwarding\n',
    running: 'no ip forwarding\nno ipv6 forwarding\n',
    adapted: 'ip forwarding\nno ipv6 forwarding\n',
  },
  {
    case: 'the kernel forwards',
    wanted: 'hostname a\n',
    running: 'hostname a\n',
    adapted: 'hostname a\n',
  },
  {
    case: 'VRFs are network namespaces',
    wanted: 'router bgp 1 vrf red\nexit\n',
    running:
      '!\nvrf blue\n netns /run/netns/blue\nexit-vrf\n!\nvrf red\n vni 7\n netns /run/netns/red\nexit-vrf\n!\nvrf l3mdev\nexit-vrf\n',
    adapted:
      'router bgp 1 vrf red\nexit\nvrf blue\n netns /run/netns/blue\nexit-vrf\nvrf red\n netns /run/netns/red\nexit-vrf\n',
  },
  {
    case: 'the namespace of a VRF is configured',
    wanted: 'vrf red\n netns /run/netns/red\nexit-vrf\n',
    running: 'vrf red\n netns /run/netns/red\nexit-vrf\n',
    adapted: 'vrf red\n netns /run/netns/red\nexit-vrf\n',
  },
  {
    case: 'an interface has nothing configured any more',
    wanted: 'interface eth0\n description a\nexit\n',
    running: 'interface eth0\n description a\nexit\n!\ninterface lo\n description b\nexit\n',
    adapted: 'interface eth0\n description a\nexit\ninterface lo\nexit\n',
  },
])('$case', ({ wanted, running, adapted }) => {
  expect(adaptToRunning(wanted, running)).toBe(adapted)
})
