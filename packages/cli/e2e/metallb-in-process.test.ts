import {
  bgpNeighbor,
  createLab,
  established,
  type Frr,
  type Lab,
  received,
  requireLab,
  startFrr,
  waitFor,
} from '@frrkit/frr-lab'
import { compareText } from '@frrkit/model'
import { type ApiServer, createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'
import { metallb, metallbNamespace, nodeObject, service, slice } from './metallb-objects.ts'

const namespace = 'frr-k8s-system'
const node = 'worker-1'
const dull = { myASN: 64_500, peerASN: 64_512, connectTime: '1s' }

// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peerConfig = `router bgp 64512
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 64500
 neighbor 192.0.2.1 password s3cret
 neighbor 192.0.2.1 passive
 neighbor 2001:db8::1 remote-as 64500
 neighbor 2001:db8::1 passive
 no bgp network import-check
 address-family ipv6 unicast
  neighbor 2001:db8::1 activate
  neighbor 192.0.2.1 activate
  network 2001:db8:9::/48
`

/** One node whose FRR frrkit keeps as MetalLB's objects say, one peer that is plain FRR. One story, told in order. */
describe.runIf(await requireLab())("MetalLB's objects of a cluster, in process", { timeout: 120_000 }, () => {
  let lab: Lab
  let frr: Frr
  let peer: Frr
  let server: ApiServer
  let frrkit: FrrkitProcess

  const start = () => {
    const cluster = ['--namespace', namespace, '--kubeconfig', server.kubeconfigPath, '--node-name', node]
    const where = ['--frr-conf', frr.configFile, '--pathspace', frr.pathspace]
    const quiet = ['--metrics-bind-address', '127.0.0.1:0', '--no-metrics-secure', '--health-probe-bind-address', '0']
    return startFrrkit([...cluster, ...where, ...quiet, '--metallb', 'in-process'])
  }

  beforeAll(async () => {
    lab = await createLab({ name: 'metallb' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/30', '2001:db8::1/64'], b: ['192.0.2.2/30', '2001:db8::2/64'] })
    ;[frr, peer] = await Promise.all([startFrr(a, {}), startFrr(b, { config: peerConfig })])
    server = await createApiServer({ namespaces: [namespace, metallbNamespace], resources: metallbResources })
    server.put(nodeObject(node))
    server.put(metallb('BGPPeer', 'tor', { ...dull, peerAddress: '192.0.2.2', passwordSecret: { name: 'tor' } }))
    server.put(metallb('BGPPeer', 'tor-v6', { ...dull, peerAddress: '2001:db8::2' }))
    server.put(metallb('IPAddressPool', 'pool', { addresses: ['198.51.100.0/24', '2001:db8:1::/64'] }))
    server.put(metallb('BGPAdvertisement', 'all', {}))
    server.put({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'tor', namespace: metallbNamespace },
      type: 'kubernetes.io/basic-auth',
      data: { password: Buffer.from('s3cret\n').toString('base64') },
    })
    frrkit = start()
    await established(frr, '192.0.2.2')
    await established(frr, '2001:db8::2')
  }, 120_000)
  afterAll(async () => {
    expect(await frrkit?.stop()).toBe(0)
    await server?.close()
    await lab?.stop()
  })

  const atPeer = (prefix: string) =>
    received(peer, prefix, { from: prefix.includes(':') ? '2001:db8::1' : '192.0.2.1' })
  const routes = async (family: string, from: string) => {
    const shown = JSON.parse(await peer.vtysh(`show bgp ${family} unicast neighbors ${from} routes json`))
    return Object.keys(shown.routes ?? {})
  }
  const table = async () =>
    [...(await routes('ipv4', '192.0.2.1')), ...(await routes('ipv6', '2001:db8::1'))].toSorted(compareText)
  const gone = (prefix: string) =>
    waitFor(`${prefix} withdrawn`, async () => !(await table()).includes(prefix) || undefined, { within: 30_000 })
  const communities = async (prefix: string) => {
    const { paths = [] } = JSON.parse(await peer.vtysh(`show bgp ipv4 unicast ${prefix} json`))
    return paths[0]?.community?.list ?? []
  }
  const accepted = async () => Object.keys(JSON.parse(await frr.vtysh('show bgp ipv6 unicast json')).routes ?? {})
  const statuses = () => server.list('ServiceBGPStatus', { namespace: metallbNamespace }).map(({ status }) => status)
  const drops = async () => (await bgpNeighbor(peer, '192.0.2.1'))?.connectionsDropped

  test('ML1, ML7: an address and an endpoint make a route, over a session with a password of a Secret', async () => {
    server.put(service('web', { ips: ['198.51.100.7', '2001:db8:1::7'] }))
    server.put(slice('web', [node]))
    await atPeer('198.51.100.7/32')
    expect(await table()).toEqual(['198.51.100.7/32'])
    server.put(slice('web', ['worker-2'], { ipv6: true }))
    await atPeer('2001:db8:1::7/128')
    expect(JSON.stringify(frrkit.lines)).not.toContain('s3cret')
  })

  test('ML23, ML28: a ServiceBGPStatus names the peers that hear of it; an Event tells the service', async () => {
    const said = { node, serviceName: 'web', serviceNamespace: 'default', peers: ['tor', 'tor-v6'] }
    await expect.poll(statuses).toEqual([said])
    await expect.poll(() => server.list('Event', { namespace: 'default' })).toMatchObject([{ reason: 'nodeAssigned' }])
    const { msg } = await frrkit.logged(/^metrics: listening on /)
    const scraped = async () => (await fetch(`http://${msg.split(' ').at(-1)}/metrics`)).text()
    const ip = 'node="worker-1",ip="198.51.100.7"'
    await expect.poll(scraped).toContain(`metallb_speaker_announced{service="default/web",protocol="bgp",${ip}} 1\n`)
    expect(await scraped()).toContain('metallb_k8s_client_config_stale_bool 0\n')
  })

  test('ML3: an unavailable network withdraws all, and a mended one brings it back; other conditions are no change', async () => {
    server.put(nodeObject(node, {}, [{ type: 'NetworkUnavailable', status: 'True' }]))
    await gone('198.51.100.7/32')
    expect(await table()).toEqual([])
    const ready = { type: 'Ready', status: 'True' }
    server.put(nodeObject(node, {}, [ready, { type: 'NetworkUnavailable', status: 'False' }]))
    await atPeer('198.51.100.7/32')
    await atPeer('2001:db8:1::7/128')
  })

  test('ML2: externalTrafficPolicy Local follows the endpoints of this node', async () => {
    server.put(service('local', { ips: ['198.51.100.8'], local: true }))
    server.put(slice('local', ['worker-2', node]))
    await atPeer('198.51.100.8/32')
    server.put(slice('local', ['worker-2']))
    await gone('198.51.100.8/32')
    server.remove({ kind: 'Service', namespace: 'default', name: 'local' })
  })

  test('ML4: of two services that share an address, one may go', async () => {
    server.put(service('twin', { ips: ['198.51.100.7'] }))
    server.put(slice('twin', [node]))
    server.put(service('marker', { ips: ['198.51.100.9'] }))
    server.put(slice('marker', [node]))
    await atPeer('198.51.100.9/32')
    server.remove({ kind: 'Service', namespace: 'default', name: 'twin' })
    server.remove({ kind: 'Service', namespace: 'default', name: 'marker' })
    await gone('198.51.100.9/32')
    expect(await table()).toEqual(['198.51.100.7/32', '2001:db8:1::7/128'])
  })

  test('ML8, ML9, ML10: communities by alias and of two advertisements, a local preference, an aggregate', async () => {
    server.put(metallb('Community', 'names', { communities: [{ name: 'green', value: '64500:7' }] }))
    server.put(metallb('BGPAdvertisement', 'all', { communities: ['green'], localPref: 150 }))
    server.put(metallb('BGPAdvertisement', 'more', { communities: ['64500:8', 'large:64500:1:2'], localPref: 150 }))
    await expect.poll(() => communities('198.51.100.7/32')).toEqual(['64500:7', '64500:8'])
    expect(await frr.running()).toContain('set local-preference 150')
    server.remove({ kind: 'BGPAdvertisement', namespace: metallbNamespace, name: 'more' })
    server.put(metallb('BGPAdvertisement', 'all', { aggregationLength: 24, aggregationLengthV6: 64 }))
    await atPeer('198.51.100.0/24')
    await gone('198.51.100.7/32')
    expect(await table()).toEqual(['198.51.100.0/24', '2001:db8:1::/64'])
    expect(await communities('198.51.100.0/24')).toEqual([])
    server.put(metallb('BGPAdvertisement', 'all', {}))
    await atPeer('198.51.100.7/32')
  })

  test('ML16, ML20: advertisements choose peers and services, and follow labels', async () => {
    server.put(
      metallb('BGPAdvertisement', 'all', {
        peers: ['tor'],
        serviceSelectors: [{ matchLabels: { tier: 'front' } }],
      }),
    )
    await gone('198.51.100.7/32')
    server.put(service('web', { ips: ['198.51.100.7', '2001:db8:1::7'], labels: { tier: 'front' } }))
    await atPeer('198.51.100.7/32')
    // The session over IPv6 is that of another peer.
    expect(await table()).toEqual(['198.51.100.7/32'])
    server.put(metallb('BGPAdvertisement', 'all', {}))
    await atPeer('2001:db8:1::7/128')
  })

  test('ML17, ML18: node selectors of advertisements follow the labels of the node', async () => {
    server.put(metallb('BGPAdvertisement', 'all', { nodeSelectors: [{ matchLabels: { rack: 'b' } }] }))
    await gone('198.51.100.7/32')
    server.put(nodeObject(node, { rack: 'b' }))
    await atPeer('198.51.100.7/32')
    server.put(metallb('BGPAdvertisement', 'all', {}))
  })

  test('ML11, ML12: nothing is accepted from peers, unless an FRRConfiguration of somebody asks for it', async () => {
    expect(await accepted()).not.toContain('2001:db8:9::/48')
    const same = { address: '2001:db8::2', asn: 64_512, connectTime: '1s' }
    const toReceive = { allowed: { prefixes: [{ prefix: '2001:db8:9::/48', le: 64 }] } }
    server.put({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name: 'incoming', namespace },
      spec: { bgp: { routers: [{ asn: 64_500, neighbors: [{ ...same, toReceive }] }] } },
    })
    await expect.poll(accepted).toContain('2001:db8:9::/48')
  })

  test('ML13: further pools and services come without a touch to the session', async () => {
    const before = await drops()
    server.put(metallb('IPAddressPool', 'second', { addresses: ['198.51.101.0-198.51.101.99'] }))
    server.put(service('other', { ips: ['198.51.101.5'] }))
    server.put(slice('other', [node]))
    await atPeer('198.51.101.5/32')
    expect(await table()).toContain('198.51.100.7/32')
    expect(await drops()).toBe(before)
  })

  test('a mistake in one object keeps what runs, and is told by its name', async () => {
    server.put(metallb('BGPAdvertisement', 'wrong', { communities: ['blue'] }))
    const { msg } = await frrkit.logged(/metallb\/community/)
    expect(msg).toContain(`BGPAdvertisement ${metallbNamespace}/wrong  spec.communities[0]`)
    expect(await table()).toContain('198.51.100.7/32')
    server.remove({ kind: 'BGPAdvertisement', namespace: metallbNamespace, name: 'wrong' })
  })

  test('ML6, ML15, ML21: router id, timers, and both families over one session', async () => {
    server.put(
      metallb('BGPPeer', 'tor', {
        ...dull,
        peerAddress: '192.0.2.2',
        passwordSecret: { name: 'tor' },
        routerID: '10.10.10.1',
        holdTime: '30s',
        keepaliveTime: '10s',
        dualStackAddressFamily: true,
      }),
    )
    await received(peer, '2001:db8:1::7/128', { from: '192.0.2.1', within: 30_000 })
    const shown = JSON.parse(await peer.vtysh('show bgp neighbors 192.0.2.1 json'))['192.0.2.1']
    expect(shown).toMatchObject({ remoteRouterId: '10.10.10.1', bgpTimerHoldTimeMsecs: 30_000 })
    await atPeer('198.51.100.7/32')
    await atPeer('2001:db8:1::7/128')
  })

  test('ML27: a restart withdraws nothing, however late one of the lists is', async () => {
    const [before, all] = [await drops(), await table()]
    let missing: readonly string[] = []
    const watched = (async () => {
      for (let now = await table(); !now.includes('198.51.100.77/32'); now = await table()) {
        missing = [...missing, ...all.filter((route) => !now.includes(route))]
      }
    })()
    expect(await frrkit.stop()).toBe(0)
    for (const resource of ['services', 'endpointslices', 'bgppeers']) {
      server.faults.answer({ code: 503, times: 1, match: { verb: 'list', resource } })
    }
    frrkit = start()
    await frrkit.logged(/FRR (took|runs) /)
    server.put(service('after', { ips: ['198.51.100.77'] }))
    server.put(slice('after', [node]))
    await atPeer('198.51.100.77/32')
    await watched
    expect(missing).toEqual([])
    expect(await table()).toEqual([...all, '198.51.100.77/32'].toSorted(compareText))
    expect(await drops()).toBe(before)
  })

  test("MetalLB's speaker on the same node is noticed, and refused", async () => {
    const configuration = { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'FRRConfiguration' }
    const since = frrkit.lines.length
    server.put({ ...configuration, metadata: { name: `metallb-${node}`, namespace }, spec: { bgp: { routers: [] } } })
    const { msg } = await frrkit.logged(/metallb\/speaker/, since)
    expect(msg).toContain(
      `help: stop MetalLB's speaker on this node, then delete the FRRConfiguration ${namespace}/metallb-${node}`,
    )
    expect(await table()).toContain('198.51.100.77/32')
    server.remove({ kind: 'FRRConfiguration', namespace, name: `metallb-${node}` })
    server.put(service('after', { ips: ['198.51.100.78'] }))
    await atPeer('198.51.100.78/32')
    await gone('198.51.100.77/32')
  })
})
