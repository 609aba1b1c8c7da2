import type { NeighborSpec } from '@frrkit/api'
import { runKubectl } from '@frrkit/kubectl'
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest'
import { becomes, comes, heard, peered, told } from '../src/look.ts'
import { configuration, onNode } from '../src/objects.ts'
import { families, neighbors, networks, ofFamily, peerNames } from '../src/places.ts'
import { putSecret } from '../src/secret.ts'
import { openWorld, type World } from '../src/world.ts'
import { everybody, routesOf } from './routes.ts'
import { canRun, installs } from './worlds.ts'

type Shown = Readonly<Record<string, Readonly<Record<string, unknown>>>>

const { peers } = networks.default
const own = ['192.168.2.0/24', 'fc00:f853:ccd:e801::/64']
const common = ['192.169.2.0/24', 'fc00:f853:ccd:e802::/64']
const both = [...own, ...common]
/** Each peer, of whom these are taken. */
const listed = (prefixes: readonly string[]) =>
  neighbors((_, family) => ({
    toReceive: { allowed: { prefixes: ofFamily(family, prefixes).map((prefix) => ({ prefix })) } },
  }))

/** Two nodes; after each scenario, no objects and no sessions. */
describe.runIf(canRun).each(installs)('sessions with FRR $version', (install) => {
  let world: World
  let announce: ReturnType<typeof routesOf>['announce']
  let withdrawAll: () => Promise<void>
  beforeAll(async () => {
    world = await openWorld({ name: 'sessions', install })
    ;({ announce, withdrawAll } = routesOf(world))
  }, 180_000)
  afterAll(() => world.stop())
  afterEach(async () => {
    await withdrawAll()
    await world.applyOnly()
    const neighborsOf = () => Promise.all(world.nodes.map(({ ask }) => ask<Shown>('show bgp neighbors json')))
    await comes('no neighbors', neighborsOf, [{}, {}])
  })

  test('S1: timers are as configured, and only the family of the session is there', async () => {
    const timers = { holdTime: '100s', keepaliveTime: '20s', connectTime: '3s' }
    const dumb: NeighborSpec = { address: '192.168.1.1', asn: 1234, ...timers }
    await world.apply(configuration('s1', { neighbors: [dumb] }))
    for (const { name, ask } of world.nodes)
      await becomes(
        `${name}: the neighbor`,
        async () => {
          const { '192.168.1.1': shown = {} } = await ask<Shown>('show bgp neighbors json')
          return {
            hold: shown.bgpTimerConfiguredHoldTimeMsecs,
            keepalive: shown.bgpTimerConfiguredKeepAliveIntervalMsecs,
            connect: shown.connectRetryTimer,
            families: Object.keys(Object(shown.addressFamilyInfo)),
          }
        },
        { hold: 100_000, keepalive: 20_000, connect: 3, families: ['ipv4Unicast'] },
      )
  })

  test('S2: passwords in clear text', async () => {
    await world.apply(configuration('s2', { neighbors: neighbors() }))
    await peered(world)
  })

  test('S3: passwords in Secrets, applied with kubectl: the route is at every peer', async () => {
    for (const { name, password = '' } of Object.values(peers)) await putSecret(world.kube, name, password)
    const prefixes = ['192.168.2.0/24']
    const bySecret = neighbors((name) => ({
      ...(peers[name].password !== undefined && { passwordSecret: { name: peers[name].name } }),
      toAdvertise: { allowed: { mode: 'all' } },
    }))
    const stdin = JSON.stringify(configuration('s3', { prefixes, neighbors: bySecret }))
    const { kubeconfigPath: kubeconfig } = world.server
    await runKubectl(['apply', '-f', '-'], { kubeconfig, stdin })
    await peered(world)
    await told(world, everybody(prefixes))
  })

  test('S3: a Secret that rotates changes the password of the session', async () => {
    const [name, wrong] = ['ibgp', 'not-the-password'] as const
    await putSecret(world.kube, name, wrong)
    await world.apply(configuration('s3', { neighbors: neighbors({ passwordSecret: { name } }, [name]) }))
    for (const { frr } of world.nodes)
      await becomes('the password in FRR', async () => (await frr.running()).includes(`password ${wrong}`), true)
    await peered(world, { with: [name], by: [] })
    await putSecret(world.kube, name, peers[name].password ?? '')
    await peered(world, { with: [name] })
  })

  test('S4: graceful restart: the node restarts, the peer helps, with the N bit', async () => {
    await world.apply(configuration('s4', { neighbors: neighbors({ enableGracefulRestart: true }) }))
    await peered(world)
    for (const { name, ask } of world.nodes)
      await becomes(
        `${name}: graceful restart`,
        async () => {
          const shown = Object.values(await ask<Shown>('show bgp neighbors json'))
          return shown.map(({ gracefulRestartInfo }) => {
            const { localGrMode, remoteGrMode, nBit } = Object(gracefulRestartInfo)
            return `${String(localGrMode).replace('*', '')} ${remoteGrMode} ${nBit}`
          })
        },
        peerNames.flatMap(() => families.map(() => 'Restart Helper true')),
      )
  })

  test('S5: the AS number of a peer is whatever it says, internal or external', async () => {
    const dynamic = neighbors((name) => ({
      dynamicASN: peers[name].asn === world.network.asn ? 'internal' : 'external',
    }))
    await world.apply(configuration('s5', { neighbors: dynamic }))
    await peered(world)
  })

  test('S6: eBGP peers see the local AS number that they expect', async () => {
    const outside = ['ebgp', 'ebgpMultihop'] as const
    const addresses = world.nodes.flatMap((node) => families.map((family) => node[family]))
    const expecting = (asn: number) =>
      Promise.all(
        outside.map((name) =>
          world.configurePeer(
            name,
            addresses.map((address) => `neighbor ${address} remote-as ${asn}`),
          ),
        ),
      )
    await expecting(64_520)
    await world.apply(configuration('s6', { neighbors: neighbors({ localASN: 64_520 }, outside) }))
    await peered(world, { with: outside })
    for (const name of outside)
      await becomes(
        `the AS numbers that ${name} sees`,
        async () => Object.values(await world.peer(name).ask<Shown>('show bgp neighbors json')).map((n) => n.remoteAs),
        addresses.map(() => 64_520),
      )
    await expecting(world.network.asn)
  })

  test('N1: an object for one node, then one for all, advertise', async () => {
    const [n0, n1] = world.nodes
    if (n0 === undefined || n1 === undefined) throw new Error('BUG: two nodes')
    const all = neighbors({ toAdvertise: { allowed: { mode: 'all' } } })
    await world.apply(configuration('one', { prefixes: own, neighbors: all, nodeSelector: onNode(n0.name) }))
    await peered(world, { by: [n0] })
    await told(world, everybody(own), { by: [n0] })
    await world.apply(configuration('global', { prefixes: common, neighbors: all }))
    await peered(world)
    const said = [...both.map((prefix) => [n0, prefix] as const), ...common.map((prefix) => [n1, prefix] as const)]
    await told(world, everybody(said))
  })

  test('N2: an object for one node, then one for all, receive', async () => {
    const [n0, n1] = world.nodes
    if (n0 === undefined || n1 === undefined) throw new Error('BUG: two nodes')
    await announce(everybody(both))
    await world.apply(configuration('one', { neighbors: listed(own), nodeSelector: onNode(n0.name) }))
    await heard(world, everybody(own), [n0])
    await heard(world, {}, [n1])
    await world.apply(configuration('global', { neighbors: listed(common) }))
    await heard(world, everybody(both), [n0])
    await heard(world, everybody(common), [n1])
  })
})
