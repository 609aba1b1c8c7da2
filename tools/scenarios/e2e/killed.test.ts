import { setTimeout as sleep } from 'node:timers/promises'
import { requireLab } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { becomes, peered, told } from '../src/look.ts'
import { configuration } from '../src/objects.ts'
import { families, neighbors, ofFamily } from '../src/places.ts'
import { openWorld, type World } from '../src/world.ts'

/** `npm run e2e:kill` kills fifty times. */
const kills = Number(process.env.FRRKIT_KILLS ?? 4)

const prefixesOf = (state: number) => ['192.168.0.0/24', `192.168.${state}.0/24`, `fc00:f853:ccd:${state}::/64`]
/** From one to the next, FRR has to be told about networks, lists and route-maps: a kill comes between them. */
const edge = (state: number) =>
  configuration('edge', {
    prefixes: prefixesOf(state),
    neighbors: neighbors(
      (_, family) => ({
        toAdvertise: {
          allowed: { mode: 'all' },
          withCommunity: [{ community: `10:${state}`, prefixes: ofFamily(family, prefixesOf(state)) }],
        },
      }),
      ['ebgp'],
    ),
  })
const states = [1, 2, 3]

describe.runIf(await requireLab())('kill -9 of the daemon', { timeout: 120_000 + kills * 20_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ name: 'killed', nodes: 1, peers: ['ebgp'] })
  }, 120_000)
  afterAll(() => world.stop())

  test(`${kills} times at random points: FRR always ends in the desired state, and no session is touched`, async () => {
    const [node] = world.nodes
    if (node === undefined) throw new Error('BUG: a world of one node')
    /** As the peer has them, where nobody takes a neighbor away and makes it anew: that would begin to count at nought. */
    const sessions = async () => {
      const all = await world.peer('ebgp').ask<Readonly<Record<string, Session>>>('show bgp neighbors json')
      return Object.entries(all).map(([address, { bgpState, connectionsEstablished, connectionsDropped }]) => ({
        address,
        bgpState,
        connectionsEstablished,
        connectionsDropped,
      }))
    }
    const atPeer = (state: number) => told(world, { ebgp: prefixesOf(state) })
    /** Sorted, as FRR shows lists in the order in which they were made. */
    const running = async () => (await node.frr.running()).split('\n').toSorted()
    /** What FRR runs in each state, where nobody is killed on the way. */
    const undisturbed = new Map<number, readonly string[]>()
    for (const state of states) {
      await world.apply(edge(state))
      if (state === states[0]) await peered(world)
      await atPeer(state)
      undisturbed.set(state, await running())
    }
    const before = await sessions()
    expect(before.map(({ bgpState }) => bgpState)).toEqual(families.map(() => 'Established'))
    const began = performance.now()
    await node.frrkit().end('SIGKILL')
    await node.start().logged(/^FRR (took|runs) /)
    const toStart = performance.now() - began

    for (let i = 1; i <= kills; i++) {
      // Every other one comes while the daemon begins: over its reading of FRR and of the cluster, to its first reload and later.
      // In one that runs, half a second passes from the write over the reload to the writing of status.
      const starting = i % 2 === 0
      const state = states[i % states.length] ?? 1
      const point = Math.random() * (starting ? toStart * 1.2 : 500)
      await world.apply(edge(state))
      await sleep(point)
      await node.frrkit().end('SIGKILL')
      node.start()
      if (i % 2 === 1 && i < kills) continue
      const when = `kill ${i}, ${point.toFixed(0)} ms after the write${starting ? ' and the start' : ''}`
      await atPeer(state).catch((error: Error) => {
        throw new Error(`${when}: ${error.message}`)
      })
      await becomes(`FRR after ${when}`, running, undisturbed.get(state))
    }
    expect(await sessions()).toEqual(before)
    const objects = (kind: string) => world.server.list(kind).length
    await becomes('one object for each', async () => [objects('FRRNodeState'), objects('BGPSessionState')], [
      1,
      families.length,
    ])
  })
})

type Session = {
  readonly bgpState: string
  readonly connectionsDropped: number
  readonly connectionsEstablished: number
}
