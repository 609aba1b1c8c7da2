import type { NeighborSpec } from '@frrkit/api'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { comes, heard, peered, told } from '../src/look.ts'
import { scrape } from '../src/metrics.ts'
import { flagLevel } from '../src/node.ts'
import { configuration, object, onNode } from '../src/objects.ts'
import { families, namespace, neighbors, networks, peerNames } from '../src/places.ts'
import { putSecret } from '../src/secret.ts'
import { openWorld, type World } from '../src/world.ts'
import { bfdRows } from './bfd-rows.ts'
import { everybody, routesOf } from './routes.ts'
import { sessionStates } from './session-states.ts'
import { canRun, installs } from './worlds.ts'

const secretOfSession = 's3cret-of-the-session'

const router = (...each: readonly NeighborSpec[]) =>
  object('t', { bgp: { routers: [{ asn: 64_515, neighbors: each }] } })

const { peers } = networks.default

/** Two nodes and what they say of themselves. */
describe.runIf(canRun)('status and metrics', () => {
  let world: World
  let announce: ReturnType<typeof routesOf>['announce']
  let withdrawAll: () => Promise<void>
  beforeAll(async () => {
    world = await openWorld({ name: 'status', install: installs.at(-1) })
    ;({ announce, withdrawAll } = routesOf(world))
  }, 180_000)
  afterAll(() => world.stop())
  afterEach(async () => {
    await withdrawAll()
    await world.applyOnly()
    await eachNodeState(({ runningConfig }) => !runningConfig.includes(' neighbor '))
    await sessionStates(world, [])
  }, 60_000)

  type NodeState = Readonly<Record<'runningConfig' | 'lastConversionResult' | 'lastReloadResult', string>>
  const nodeStates = () => world.nodes.map(({ name }) => world.server.get({ kind: 'FRRNodeState', name })?.status)
  const eachNodeState = (isSo: (state: NodeState) => boolean) =>
    expect
      .poll(() => nodeStates().map((status) => isSo({ runningConfig: '', ...Object(status) })), { timeout: 20_000 })
      .toEqual(world.nodes.map(() => true))

  test('T1: the FRRNodeState follows what FRR runs, without the secret, and keeps it when FRR refuses', async () => {
    await world.apply(router())
    await eachNodeState(
      ({ lastReloadResult, runningConfig }) =>
        lastReloadResult === 'success' && runningConfig.includes('router bgp 64515'),
    )
    await putSecret(world.kube, 'bgp', secretOfSession)
    await world.apply(router({ address: '192.168.5.1', asn: 100, passwordSecret: { name: 'bgp' } }))
    await eachNodeState(
      ({ runningConfig }) =>
        runningConfig.includes('neighbor 192.168.5.1 activate') && runningConfig.includes('password <retracted>'),
    )
    expect(JSON.stringify(world.server.list('FRRNodeState'))).not.toContain(secretOfSession)
    await world.apply(router())
    await eachNodeState(({ runningConfig }) => !runningConfig.includes('192.168.5.1'))
    await world.apply(object('raw', { raw: { rawConfig: 'this is a non valid configuration' } }))
    await eachNodeState(
      ({ lastReloadResult, runningConfig }) =>
        lastReloadResult.includes('ERROR') && runningConfig.includes('router bgp 64515'),
    )
  })

  test('T2: a Secret that is missing is in the conversion result', async () => {
    await world.apply(router({ address: '192.168.5.1', asn: 100 }))
    await eachNodeState(({ lastConversionResult }) => lastConversionResult === 'success')
    // It runs, so that nothing is on its way when all is taken back.
    await sessionStates(world, ['n0 192.168.5.1 down N/A', 'n1 192.168.5.1 down N/A'])
    await world.apply(router({ address: '192.168.5.1', asn: 100, passwordSecret: { name: 'nonexisting' } }))
    await eachNodeState(({ lastConversionResult }) => lastConversionResult.includes('secret nonexisting not found'))
  })

  test('T3: an object of another namespace never comes to FRR', async () => {
    await world.apply(object('elsewhere', { bgp: { routers: [{ asn: 64_599 }] } }, 'default'))
    // What is written later has arrived: so the other one would have, too.
    await world.apply(router())
    await eachNodeState(({ runningConfig }) => runningConfig.includes('router bgp 64515'))
    for (const { frr } of world.nodes) expect(await frr.running()).not.toContain('64599')
  })

  test('P1: a neighbor that never answers has one BGPSessionState per node, with BFD, and none where no object selects it', async () => {
    const never = { address: '192.168.5.1', asn: 100 }
    const bfdProfiles = [{ name: 'simple' }]
    const withBfd = { neighbors: [{ ...never, bfdProfile: 'simple' }], bfdProfiles }
    await world.apply(configuration('p1', { neighbors: [never] }))
    await sessionStates(world, ['n0 192.168.5.1 down N/A', 'n1 192.168.5.1 down N/A'])
    await world.apply(configuration('p1', withBfd))
    await sessionStates(world, ['n0 192.168.5.1 down Down', 'n1 192.168.5.1 down Down'])
    await world.apply(configuration('p1', { ...withBfd, nodeSelector: onNode('n1') }))
    await sessionStates(world, ['n1 192.168.5.1 down Down'])
  })

  test('M1: sessions, prefixes and messages are counted', async () => {
    const [out, into] = [
      ['192.168.2.0/24', '192.169.2.0/24', 'fc00:f853:ccd:e799::/64', 'fc00:f853:ccd:e800::/64'],
      ['192.178.2.0/24', '192.179.2.0/24', '192.180.2.0/24', 'fc00:1::/64', 'fc00:2::/64', 'fc00:3::/64'],
    ]
    await announce(everybody(into))
    const all = { allowed: { mode: 'all' as const } }
    await world.apply(
      configuration('m1', { prefixes: out, neighbors: neighbors({ toAdvertise: all, toReceive: all }) }),
    )
    await peered(world)
    await told(world, everybody(out))
    await heard(world, everybody(into))
    for (const node of world.nodes) {
      const metrics = await scrape(node)
      for (const name of peerNames)
        for (const family of families) {
          const of = (metric: string) =>
            metrics.get(`frrk8s_bgp_${metric}{peer="${peers[name][family]}",vrf="default"}`)
          expect({
            peer: peers[name][family],
            up: of('session_up'),
            announced: of('announced_prefixes_total'),
            received: of('received_prefixes_total'),
          }).toEqual({ peer: peers[name][family], up: 1, announced: 2, received: 3 })
          for (const counter of ['opens_sent', 'opens_received', 'updates_total', 'updates_total_received'])
            expect(of(counter), counter).toBeGreaterThanOrEqual(1)
          for (const counter of ['keepalives_sent', 'keepalives_received', 'total_sent', 'total_received'])
            expect(of(counter), counter).toBeGreaterThanOrEqual(1)
          expect(of('route_refresh_sent')).toBeGreaterThanOrEqual(0)
        }
      expect(metrics.get('frrk8s_k8s_client_config_loaded_bool')).toBe(1)
      expect(metrics.get('frrk8s_k8s_client_config_stale_bool')).toBe(0)
      expect(metrics.get('frrk8s_k8s_client_updates_total')).toBeGreaterThanOrEqual(1)
    }
  })

  test('M2: objects that cannot be built are stale, and an error', async () => {
    await world.apply(router({ address: '192.168.5.1', asn: 100, passwordSecret: { name: 'nonexisting' } }))
    await eachNodeState(({ lastConversionResult }) => lastConversionResult.startsWith('failed'))
    for (const node of world.nodes) {
      const metrics = await scrape(node)
      expect(metrics.get('frrk8s_k8s_client_config_stale_bool')).toBe(1)
      expect(metrics.get('frrk8s_k8s_client_update_errors_total')).toBeGreaterThanOrEqual(1)
    }
  })

  test('L1: an FRRK8sConfiguration sets the level of FRR and of the daemon; without it, or without a word in it, the flag', async () => {
    const debugs = world.nodes.every(({ frr }) => flagLevel(frr.install) === 'debug')
    const flag = { frr: debugs ? 'log stdout' : 'log stdout informational', debug: debugs }
    const steps: readonly { spec?: { logLevel?: string }; frr: string; debug: boolean }[] = [
      flag,
      { spec: {}, ...flag },
      { spec: { logLevel: 'info' }, frr: 'log stdout informational', debug: false },
      { spec: { logLevel: 'debug' }, frr: 'log stdout', debug: true },
      { spec: { logLevel: 'error' }, frr: 'log stdout errors', debug: false },
      flag,
    ]
    const kind = 'FRRK8sConfiguration'
    const metadata = { name: 'config', namespace }
    await world.apply(router())
    for (const [i, { spec, frr: line, debug }] of steps.entries()) {
      if (spec) world.server.put({ apiVersion: 'frrk8s.metallb.io/v1beta1', kind, metadata, spec })
      else world.server.remove({ kind, ...metadata })
      for (const { frr } of world.nodes)
        await comes(
          `the level in FRR, step ${i}`,
          async () => (await frr.running()).match(/^log stdout.*$/m)?.[0],
          line,
        )
      const before = world.nodes.map(({ frrkit }) => frrkit().lines.length)
      const address = `192.168.5.${i + 1}`
      await world.apply(router({ address, asn: 100 }))
      await eachNodeState(({ runningConfig }) => runningConfig.includes(`neighbor ${address} `))
      for (const [n, { frrkit }] of world.nodes.entries()) {
        const levels = () =>
          new Set(
            frrkit()
              .lines.slice(before[n])
              .map(({ level }) => level),
          )
        if (debug) await expect.poll(levels, { timeout: 20_000 }).toContain('debug')
        else expect(levels()).not.toContain('debug')
      }
    }
  })

  bfdRows(() => world)
})
