import { setTimeout as sleep } from 'node:timers/promises'
import { requireLab } from '@frrkit/frr-lab'
import { describe, expect, test } from 'vitest'
import { becomes, peered, told } from '../src/look.ts'
import { configuration } from '../src/objects.ts'
import { namespace, neighbors, networks } from '../src/places.ts'
import { openWorld, type World } from '../src/world.ts'

/** `npm run e2e:away` takes a minute. */
const seconds = Number(process.env.FRRKIT_AWAY ?? 3)

const object = (name: string, prefix: string) =>
  configuration(name, {
    prefixes: [prefix],
    neighbors: neighbors({ toAdvertise: { allowed: { mode: 'all' } } }, ['ebgp']),
  })
const peer = networks.default.peers.ebgp

describe.runIf(await requireLab())('the API server is away', { timeout: 180_000 + seconds * 1_000 }, () => {
  test(`for ${seconds} s: routes stay, state comes after, and no object is there twice`, async () => {
    const world = await openWorld({ name: 'away', peers: ['ebgp'] })
    try {
      const [n0, n1] = world.nodes
      if (n0 === undefined || n1 === undefined) throw new Error('BUG: two nodes')
      const [changed, removed, added] = ['192.168.2.0/24', '192.168.4.0/24', '192.168.3.0/24']
      await world.apply(object('changed', changed), object('removed', removed))
      await peered(world)
      await told(world, { ebgp: [changed, removed] })
      await becomes('the BGPSessionStates', async () => sessionStates(world).map(({ is }) => is), [
        `n0 ${peer.ipv4} up`,
        `n0 ipv6 up`,
        `n1 ${peer.ipv4} up`,
        `n1 ipv6 up`,
      ])
      await becomes('the FRRNodeStates', async () => nodeStates(world), [
        ['n0', changed, removed],
        ['n1', changed, removed],
      ])
      const [names, losses] = [sessionStates(world).map(({ name }) => name), await lossesAt(world)]

      await world.server.faults.goAway()
      world.server.put(object('changed', added))
      world.server.remove({ kind: 'FRRConfiguration', namespace, name: 'removed' })
      await sleep(seconds * 1_000)
      await told(world, { ebgp: [changed, removed] })
      expect(await lossesAt(world)).toEqual(losses)
      // A session that ends meanwhile has to be told of later, and in the object that it has.
      await world.configurePeer('ebgp', [`neighbor ${n0.ipv4} shutdown`])
      await told(world, {
        ebgp: [
          [n1, changed],
          [n1, removed],
        ],
      })
      await world.server.faults.comeBack()

      await told(world, { ebgp: [[n1, added]] })
      await becomes(
        'the BGPSessionStates',
        async () => sessionStates(world),
        [`n0 ${peer.ipv4} down`, `n0 ipv6 up`, `n1 ${peer.ipv4} up`, `n1 ipv6 up`].map((is, i) => ({
          is,
          name: names[i] ?? '',
        })),
      )
      await becomes('the FRRNodeStates', async () => nodeStates(world), [
        ['n0', added],
        ['n1', added],
      ])
    } finally {
      await world.stop()
    }
  })
})

/** Every object, so that two of one session would show. */
function sessionStates({ server }: World): readonly { readonly is: string; readonly name: string }[] {
  return server
    .list('BGPSessionState', { namespace })
    .map(({ metadata: { name = '' }, status }) => {
      const { node, peer: of, bgpStatus } = Object(status)
      const session = `${node} ${of === peer.ipv4 ? of : 'ipv6'}`
      return { is: `${session} ${bgpStatus === 'Established' ? 'up' : 'down'}`, name }
    })
    .toSorted((a, b) => a.is.localeCompare(b.is))
}

/** The name of each, and the prefixes that its FRR announces. */
function nodeStates({ server }: World): readonly (readonly string[])[] {
  return server
    .list('FRRNodeState')
    .map(({ metadata: { name = '' }, status }) => {
      const found = String(Object(status).runningConfig).matchAll(/^ +network (\S+)$/gm)
      return [name, ...[...found].map(([, prefix = '']) => prefix)]
    })
    .toSorted(([a = ''], [b = '']) => a.localeCompare(b))
}

/** As the peer counts them: the nodes' own count begins anew with a neighbor that is taken away and made anew. */
async function lossesAt(world: World): Promise<readonly (readonly [string, number])[]> {
  const all = await world.peer('ebgp').ask<Readonly<Record<string, Losses>>>('show bgp neighbors json')
  return Object.entries(all).map(([address, { connectionsDropped }]) => [address, connectionsDropped] as const)
}

type Losses = { readonly connectionsDropped: number }
