import { createLab, established, type Frr, type Lab, requireLab, startFrr, waitFor } from '@frrkit/frr-lab'
import { type ApiServer, createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'
import { metallb, metallbNamespace, nodeObject, service, slice } from './metallb-objects.ts'

const namespace = 'frr-k8s-system'
const [first, second] = ['192.0.2.1', '192.0.2.5']
const onFirst = { nodeSelectors: [{ matchLabels: { 'kubernetes.io/hostname': 'worker-1' } }] }
const onSecond = { nodeSelectors: [{ matchLabels: { 'kubernetes.io/hostname': 'worker-2' } }] }
/** Its loopback, which both nodes reach; each of them has an AS of its own. */
const tor = { peerASN: 64_512, peerAddress: '203.0.113.1', ebgpMultiHop: true, connectTime: '1s' }
const direct = { ...onFirst, myASN: 64_500, peerASN: 64_512, connectTime: '1s' }

// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peerConfig = `router bgp 64512
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 64500
 neighbor 192.0.2.1 update-source 203.0.113.1
 neighbor 192.0.2.1 ebgp-multihop 2
 neighbor 192.0.2.1 passive
 neighbor 192.0.2.5 remote-as 64501
 neighbor 192.0.2.5 update-source 203.0.113.1
 neighbor 192.0.2.5 ebgp-multihop 2
 neighbor 192.0.2.5 passive
 neighbor 198.18.0.1 remote-as 64500
 neighbor 198.18.0.1 passive
 neighbor 198.18.0.1 bfd
 neighbor 2001:db8::1 remote-as 64500
 neighbor 2001:db8::1 passive
 neighbor 2001:db8::1 bfd
 neighbor eth2 interface remote-as 64500
 neighbor eth2 timers connect 1
 neighbor eth2 bfd
 address-family ipv6 unicast
  neighbor 2001:db8::1 activate
  neighbor eth2 activate
`

const inRack = (rack: string) => ({ nodeSelectors: [{ matchLabels: { rack } }] })

/** What the peer knows of the session without addresses, by either name. */
const isLinkLocal = (name: string) => /^(eth2$|fe80:)/.test(name)

type BfdPeer = { readonly peer: string; readonly status: string; readonly [field: string]: unknown }

/** Two nodes whose FRRs frrkit keeps as MetalLB's objects say, and one peer that is plain FRR. One story, told in order. */
describe.runIf(await requireLab())("MetalLB's objects of a cluster of two nodes", { timeout: 120_000 }, () => {
  let lab: Lab
  let nodes: readonly Frr[] = []
  let peer: Frr
  let server: ApiServer
  let daemons: readonly FrrkitProcess[] = []

  beforeAll(async () => {
    lab = await createLab({ name: 'metallb-nodes' })
    const [a, b, c] = [await lab.node('worker-1'), await lab.node('worker-2'), await lab.node('peer')]
    await lab.link(a, c, { a: ['192.0.2.1/30', '2001:db8::1/64'], b: ['192.0.2.2/30', '2001:db8::2/64'] })
    await lab.link(b, c, { a: ['192.0.2.5/30'], b: ['192.0.2.6/30'] })
    // The one without addresses: eth1 of worker-1, eth2 of the peer.
    await lab.link(a, c)
    await lab.link(a, c, { a: ['198.18.0.1/30'], b: ['198.18.0.2/30'] })
    await c.exec(['ip', 'address', 'add', '203.0.113.1/32', 'dev', 'lo'])
    await a.exec(['ip', 'route', 'add', '203.0.113.1', 'via', '192.0.2.2'])
    await b.exec(['ip', 'route', 'add', '203.0.113.1', 'via', '192.0.2.6'])
    const started = await Promise.all([startFrr(a), startFrr(b), startFrr(c, { config: peerConfig })])
    nodes = started.slice(0, 2)
    peer = started[2]
    server = await createApiServer({ namespaces: [namespace, metallbNamespace], resources: metallbResources })
    for (const name of ['worker-1', 'worker-2']) server.put(nodeObject(name))
    server.put(metallb('BGPPeer', 'tor-of-1', { ...tor, ...onFirst, myASN: 64_500 }))
    server.put(metallb('BGPPeer', 'tor-of-2', { ...tor, ...onSecond, myASN: 64_501 }))
    server.put(metallb('IPAddressPool', 'pool', { addresses: ['198.51.100.0/24', '2001:db8:1::/64'] }))
    server.put(metallb('BGPAdvertisement', 'all', {}))
    daemons = nodes.map((frr, i) => {
      const cluster = [
        '--namespace',
        namespace,
        '--kubeconfig',
        server.kubeconfigPath,
        '--node-name',
        `worker-${i + 1}`,
      ]
      const where = ['--frr-conf', frr.configFile, '--pathspace', frr.pathspace, '--metallb', 'in-process']
      return startFrrkit([...cluster, ...where, '--metrics-bind-address', '0', '--health-probe-bind-address', '0'])
    })
  }, 120_000)
  afterAll(async () => {
    const codes = await Promise.all(daemons.map((daemon) => daemon.stop()))
    await server?.close()
    await lab?.stop()
    expect(codes).toEqual([0, 0])
  })

  /** From whom the peer has a route, by the neighbor's own name for it. */
  const hearsFrom = async (prefix: string) => {
    const { routes = {} } = await peer.show<{ routes?: Record<string, readonly { readonly peerId: string }[]> }>(
      `show bgp ${prefix.includes(':') ? 'ipv6' : 'ipv4'} unicast json`,
    )
    return (routes[prefix] ?? []).map(({ peerId }) => peerId).toSorted()
  }
  const within = { timeout: 60_000, interval: 100 }
  const bfdPeer = async (name: (peer: string) => boolean) =>
    (await peer.show<readonly BfdPeer[]>('show bfd peers json')).find((one) => name(one.peer))
  const drops = async (neighbor: string) => (await established(peer, neighbor)).connectionsDropped

  test('ML18, ML19: each node has its own AS towards one address, and the sessions of its own BGPPeers only', async () => {
    expect((await established(peer, first)).remoteAs).toBe(64_500)
    expect((await established(peer, second)).remoteAs).toBe(64_501)
    for (const frr of nodes) expect(Object.keys(await frr.show('show bgp neighbors json'))).toEqual(['203.0.113.1'])
  })

  test('ML1, ML2: all nodes announce a service, with externalTrafficPolicy Local those with an endpoint', async () => {
    server.put(service('web', { ips: ['198.51.100.7'] }))
    server.put(slice('web', ['worker-2']))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first, second])
    server.put(service('web', { ips: ['198.51.100.7'], local: true }))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([second])
    server.put(slice('web', ['worker-1', 'worker-2']))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first, second])
  })

  test('ML3: a node whose network is unavailable announces nothing, the other goes on', async () => {
    server.put(nodeObject('worker-1', {}, [{ type: 'NetworkUnavailable', status: 'True' }]))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([second])
    server.put(nodeObject('worker-1'))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first, second])
  })

  test('ML17: two advertisements for different nodes add up; a node that is labelled anew follows', async () => {
    server.put(metallb('BGPAdvertisement', 'all', inRack('a')))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([])
    server.put(nodeObject('worker-1', { rack: 'a' }))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first])
    server.put(metallb('BGPAdvertisement', 'more', inRack('b')))
    server.put(nodeObject('worker-2', { rack: 'b' }))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first, second])
    server.remove({ kind: 'BGPAdvertisement', namespace: metallbNamespace, name: 'more' })
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first])
    server.put(metallb('BGPAdvertisement', 'all', {}))
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first, second])
  })

  test('ML23, ML25: each node tells what it announces, and whether the objects are right for it', async () => {
    const told = (kind: string) =>
      server.list(kind, { namespace: metallbNamespace }).map(({ status }) => Object(status))
    const peers = () =>
      Object.fromEntries(told('ServiceBGPStatus').map((status) => [status.node, status.peers] as const))
    await expect.poll(peers, within).toEqual({ 'worker-1': ['tor-of-1'], 'worker-2': ['tor-of-2'] })
    const results = () =>
      Object.fromEntries(
        server
          .list('ConfigurationState', { namespace: metallbNamespace })
          .map(({ metadata, status }) => [metadata.name, Object(status).result]),
      )
    server.put(metallb('BGPPeer', 'twin', { ...tor, ...onSecond, myASN: 64_501 }))
    await expect.poll(results, within).toEqual({ 'speaker-worker-1': 'Valid', 'speaker-worker-2': 'Invalid' })
    server.remove({ kind: 'BGPPeer', namespace: metallbNamespace, name: 'twin' })
    await expect.poll(results, within).toEqual({ 'speaker-worker-1': 'Valid', 'speaker-worker-2': 'Valid' })
  })

  test('ML14: BFD with a full profile over IPv6, with an empty one over IPv4; further services leave the sessions alone', async () => {
    const full = { receiveInterval: 400, transmitInterval: 500, detectMultiplier: 5 }
    server.put(metallb('BFDProfile', 'full', full))
    server.put(metallb('BFDProfile', 'simple', {}))
    server.put(metallb('BGPPeer', 'direct-v6', { ...direct, peerAddress: '2001:db8::2', bfdProfile: 'full' }))
    server.put(metallb('BGPPeer', 'direct-v4', { ...direct, peerAddress: '198.18.0.2', bfdProfile: 'simple' }))
    await expect
      .poll(() => bfdPeer((name) => name === '2001:db8::1'), within)
      .toMatchObject({
        status: 'up',
        'remote-receive-interval': 400,
        'remote-transmit-interval': 500,
        'remote-detect-multiplier': 5,
      })
    await expect
      .poll(() => bfdPeer((name) => name === '198.18.0.1'), within)
      .toMatchObject({ status: 'up', 'remote-receive-interval': 300, 'remote-transmit-interval': 300 })
    await expect.poll(() => hearsFrom('198.51.100.7/32'), within).toEqual([first, second, '198.18.0.1'].toSorted())
    const before = [await drops('2001:db8::1'), await drops('198.18.0.1')]
    server.put(service('other', { ips: ['198.51.100.8'] }))
    server.put(slice('other', ['worker-1']))
    await expect.poll(() => hearsFrom('198.51.100.8/32'), within).toEqual([first, second, '198.18.0.1'].toSorted())
    expect([await drops('2001:db8::1'), await drops('198.18.0.1')]).toEqual(before)
  })

  test('ML22: a session without addresses, both families over it, first without BFD and then with', async () => {
    const overTheLink = async (prefix: string) => (await hearsFrom(prefix)).some(isLinkLocal)
    server.put(metallb('BGPPeer', 'unnumbered', { ...direct, interface: 'eth1' }))
    server.put(service('web', { ips: ['198.51.100.7', '2001:db8:1::7'] }))
    server.put(slice('web', ['worker-1'], { ipv6: true }))
    await established(peer, 'eth2', { within: 100_000 })
    await expect.poll(() => overTheLink('198.51.100.7/32'), within).toBe(true)
    await expect.poll(() => overTheLink('2001:db8:1::7/128'), within).toBe(true)
    expect((await bfdPeer(isLinkLocal))?.status).not.toBe('up')
    server.put(metallb('BGPPeer', 'unnumbered', { ...direct, interface: 'eth1', bfdProfile: 'full' }))
    await waitFor('BFD over the link', async () => (await bfdPeer(isLinkLocal))?.status === 'up' || undefined, {
      within: 60_000,
    })
    const kernel = await peer.node.exec(['ip', 'route', 'show', '198.51.100.7'])
    expect(kernel.stdout).toContain('198.51.100.7')
  })
})
