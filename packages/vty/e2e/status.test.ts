import { createLab, established, type Frr, frrVersions, type Lab, requireLab, startFrr, waitFor } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bfdCounters, bfdPeers, bgpCounters, bgpNeighbors, bgpSummary, VtyConnection } from '../src/index.ts'
import { peerConfig } from './peer-config.ts'
import { targets, useDaemons } from './suite.ts'

const installs = (await requireLab()) ? await frrVersions() : []

describe.each(targets)('status of nothing: $name', (target) => {
  const suite = useDaemons(target)

  test('without BGP and BFD there are no neighbors and no peers, and that is no error', async () => {
    const none = { ok: true, value: [] }
    expect(await bgpNeighbors(suite.connect())).toEqual(none)
    expect(await bgpSummary(suite.connect())).toEqual(none)
    expect(await bgpCounters(suite.connect())).toEqual(none)
    expect(await bfdPeers(suite.connect({ daemon: 'bfdd' }))).toEqual(none)
    expect(await bfdCounters(suite.connect({ daemon: 'bfdd' }))).toEqual(none)
    expect(await bfdPeers(suite.connect({ daemon: 'bfdd' }), { vrf: 'all' })).toEqual(none)
  })
})

describe.each(installs)('status of FRR $version', { timeout: 120_000 }, (install) => {
  let lab: Lab
  let a: Frr
  let bgpd: VtyConnection
  let bfdd: VtyConnection
  beforeAll(async () => {
    lab = await createLab({ name: 'vty-status' })
    const [nodeA, nodeB] = await Promise.all([lab.node('a'), lab.node('b')])
    await lab.link(nodeA, nodeB, { a: ['192.0.2.1/24', '2001:db8::1/64'], b: ['192.0.2.2/24', '2001:db8::2/64'] })
    await lab.link(nodeA, nodeB)
    ;[a] = await Promise.all([
      startFrr(nodeA, { install, config: peerConfig(65001, '192.0.2.2', '2001:db8::2') }),
      startFrr(nodeB, { install, config: peerConfig(65002, '192.0.2.1', '2001:db8::1') }),
    ])
    const places = { vtyDir: install.stateDirectory, pathspace: a.pathspace }
    bgpd = new VtyConnection({ daemon: 'bgpd', ...places })
    bfdd = new VtyConnection({ daemon: 'bfdd', ...places })
    await Promise.all(['192.0.2.2', '2001:db8::2', 'eth1'].map((neighbor) => established(a, neighbor)))
  }, 120_000)
  afterAll(async () => {
    bgpd?.close()
    bfdd?.close()
    await lab?.stop()
  })

  const find = async (address: string) => {
    const shown = await bgpNeighbors(bgpd)
    return shown.ok ? shown.value.find((one) => one.neighbor === address) : undefined
  }

  test('BGP neighbors of every VRF, with what they sent and got', async () => {
    const neighbors = await waitFor(
      'prefixes both ways, and BFD',
      async (seen) => {
        const shown = await bgpNeighbors(bgpd)
        seen(JSON.stringify(shown))
        const [first] = shown.ok ? shown.value.filter(({ neighbor }) => neighbor === '192.0.2.2') : []
        const [ipv4] = first?.families ?? []
        return ipv4?.accepted === 2 && ipv4.sent === 4 && first?.bfd === 'Up' && shown.ok ? shown.value : undefined
      },
      { within: 60_000 },
    )
    const byName = new Map(neighbors.map((one) => [`${one.vrf} ${one.neighbor}`, one]))
    expect([...byName.keys()].toSorted()).toEqual([
      'default 192.0.2.2',
      'default 192.0.2.99',
      'default 2001:db8::2',
      'default eth1',
      'red 198.51.100.1',
    ])
    expect(byName.get('default 192.0.2.2')).toMatchObject({
      vrf: 'default',
      neighbor: '192.0.2.2',
      state: 'Established',
      localAs: 65001,
      remoteAs: 65002,
      hostname: expect.any(String),
      uptime: expect.any(Number),
      // FRR 8.4 drops the first session once, when BFD comes up after it.
      connectionsEstablished: expect.any(Number),
      connectionsDropped: expect.any(Number),
      bfd: 'Up',
      families: [{ family: 'ipv4Unicast', accepted: 2, sent: 4 }],
    })
    expect(byName.get('default eth1')).toMatchObject({
      state: 'Established',
      address: expect.stringMatching(/^fe80::/),
      remoteAs: 65002,
      bfd: undefined,
      families: [{ family: 'ipv6Unicast', accepted: 0, sent: 0 }],
    })
    expect(byName.get('default 192.0.2.99')).toMatchObject({
      vrf: 'default',
      neighbor: '192.0.2.99',
      state: expect.stringMatching(/^(Active|Idle|Connect)$/),
      localAs: 65001,
      remoteAs: 65099,
      hostname: undefined,
      uptime: undefined,
      connectionsEstablished: 0,
      connectionsDropped: 0,
      bfd: undefined,
      families: [{ family: 'ipv4Unicast', accepted: 0, sent: undefined }],
    })
    expect(byName.get('red 198.51.100.1')).toMatchObject({ state: 'Idle', remoteAs: 65077 })
  })

  test('what both have counted, with the same names', async () => {
    const [bgp, bfd] = [await bgpCounters(bgpd), await bfdCounters(bfdd)]
    const session = bgp.ok ? bgp.value.find(({ neighbor }) => neighbor === '192.0.2.2') : undefined
    expect(session).toMatchObject({ vrf: 'default', established: true, accepted: 2, sent: 4 })
    for (const kind of ['opensSent', 'opensRecv', 'updatesSent', 'updatesRecv', 'totalSent', 'totalRecv'] as const) {
      expect(session?.messages[kind]).toBeGreaterThan(0)
    }
    const peer = bfd.ok ? bfd.value.find((one) => one.peer === '192.0.2.2') : undefined
    expect(peer).toMatchObject({ vrf: 'default', peer: '192.0.2.2' })
    for (const counter of ['controlIn', 'controlOut', 'ups', 'zebraNotifications'] as const) {
      expect(peer?.[counter]).toBeGreaterThan(0)
    }
  })

  test('the summary says the same in short', async () => {
    const shown = await bgpSummary(bgpd)
    const lines = shown.ok ? shown.value : []
    expect(lines.map(({ vrf, family, neighbor }) => `${vrf} ${family} ${neighbor}`).toSorted()).toEqual([
      'default ipv4Unicast 192.0.2.2',
      'default ipv4Unicast 192.0.2.99',
      'default ipv6Unicast 2001:db8::2',
      'default ipv6Unicast eth1',
      'red ipv4Unicast 198.51.100.1',
    ])
    expect(lines.find(({ neighbor }) => neighbor === '192.0.2.2')).toEqual({
      vrf: 'default',
      family: 'ipv4Unicast',
      neighbor: '192.0.2.2',
      state: 'Established',
      remoteAs: 65002,
      received: 2,
      sent: 4,
      uptime: expect.any(Number),
    })
  })

  test('BFD peers of every VRF, though there is no "vrf all"', async () => {
    const shown = await bfdPeers(bfdd)
    const peers = shown.ok ? shown.value : []
    expect(peers.find(({ vrf }) => vrf === 'default')).toEqual({
      vrf: 'default',
      peer: '192.0.2.2',
      local: '192.0.2.1',
      interface: 'eth0',
      multihop: false,
      status: 'up',
      uptime: expect.any(Number),
      downtime: undefined,
      diagnostic: expect.any(String),
      remoteDiagnostic: expect.any(String),
      detectMultiplier: 3,
      receiveInterval: 300,
      transmitInterval: 300,
    })
    expect(await bfdPeers(bfdd, { vrf: 'default' })).toMatchObject({ value: [{ peer: '192.0.2.2' }] })
    expect(await bfdPeers(bfdd, { vrf: 'all' })).toEqual({ ok: true, value: [] })
  })

  test('a peer that goes away is seen', async () => {
    const before = await find('192.0.2.2')
    expect(before).toMatchObject({ state: 'Established' })
    await a.node.exec(['ip', 'link', 'set', 'eth0', 'down'])
    const after = await waitFor(
      'the session to go down',
      async (seen) => {
        const now = await find('192.0.2.2')
        seen(JSON.stringify(now))
        return now?.state !== 'Established' && now?.bfd === 'Down' ? now : undefined
      },
      { within: 60_000 },
    )
    expect(after).toMatchObject({
      uptime: undefined,
      lastReset: expect.any(String),
      lastResetAgo: expect.any(Number),
    })
    expect(after.connectionsDropped).toBe((before?.connectionsDropped ?? 0) + 1)
    const shown = await bfdPeers(bfdd, { vrf: 'default' })
    expect(shown).toMatchObject({ value: [{ status: 'down', uptime: undefined, downtime: expect.any(Number) }] })
  })
})
