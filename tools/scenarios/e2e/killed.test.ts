import { setTimeout as sleep } from 'node:timers/promises'
import { requireLab } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peered, told } from '../src/look.ts'
import { configuration } from '../src/objects.ts'
import { families, neighbors } from '../src/places.ts'
import { openWorld, type World } from '../src/world.ts'

/** `npm run e2e:kill` kills fifty times. */
const kills = Number(process.env.FRRKIT_KILLS ?? 6)

const wanted = (last: number) => ['192.168.0.0/24', `192.168.${last}.0/24`, `fc00:f853:ccd:${last}::/64`]
const edge = (last: number) =>
  configuration('edge', {
    prefixes: wanted(last),
    neighbors: neighbors({ toAdvertise: { allowed: { mode: 'all' } } }, ['ebgp']),
  })

describe.runIf(await requireLab())('kill -9 of the daemon', { timeout: 60_000 + kills * 20_000 }, () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld({ name: 'killed', nodes: 1, peers: ['ebgp'] })
    await world.apply(edge(1))
    await peered(world)
    await told(world, { ebgp: wanted(1) })
  }, 120_000)
  afterAll(() => world.stop())

  test(`${kills} times at random points: FRR always ends in the desired state, and no session is touched`, async () => {
    const [node] = world.nodes
    if (node === undefined) throw new Error('BUG: a world of one node')
    const sessions = () => node.ask<Readonly<Record<string, Session>>>('show bgp neighbors json')
    const before = await sessions()
    let process = node.frrkit()
    for (let i = 0; i < kills; i++) {
      // From the write over the read and the reload to the writing of status, half a second passes.
      const point = Math.random() * 500
      const last = i % 2 === 0 ? 2 + i : 1
      await world.apply(edge(last))
      await sleep(point)
      await process.end('SIGKILL')
      process = node.start()
      await told(world, { ebgp: wanted(last) }).catch((error: Error) => {
        throw new Error(`killed ${point.toFixed(0)} ms after the write, kill ${i + 1}: ${error.message}`)
      })
    }
    const after = await sessions()
    expect(Object.keys(after)).toHaveLength(families.length)
    for (const [address, { connectionsDropped, connectionsEstablished }] of Object.entries(after)) {
      expect({ address, connectionsDropped, connectionsEstablished }).toEqual({
        address,
        connectionsDropped: before[address]?.connectionsDropped,
        connectionsEstablished: before[address]?.connectionsEstablished,
      })
    }
    expect(world.server.list('FRRNodeState')).toHaveLength(1)
    expect(world.server.list('BGPSessionState')).toHaveLength(families.length)
  })
})

type Session = { readonly connectionsDropped: number; readonly connectionsEstablished: number }
