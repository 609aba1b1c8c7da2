import { expect, test } from 'vitest'
import { becomes, peered } from '../src/look.ts'
import { scrape } from '../src/metrics.ts'
import { configuration, onNode, type Wanted } from '../src/objects.ts'
import { families, type More, neighbors, type PeerName } from '../src/places.ts'
import type { World } from '../src/world.ts'
import { everySession, type Said, sessionStates } from './session-states.ts'

/** Of a peer and, by the same names, of the nodes: with echo where it is one hop away. */
const profileOf = { ibgp: 'full', ebgp: 'echo', ibgpMultihop: 'full', ebgpMultihop: 'plain' } as const
const intervals = { receiveInterval: 200, transmitInterval: 200 }
const bfdProfiles = [
  { name: 'plain' },
  { name: 'full', ...intervals, detectMultiplier: 5, minimumTtl: 254 },
  { name: 'echo', echoMode: true, echoInterval: 300 },
]

const withBfd: More = (name) => ({ bfdProfile: profileOf[name] })

/** The rows in which BFD comes and goes, with peers one and several hops away, in the network of that world. */
export function bfdRows(world: () => World): void {
  const apply = (more: More, rest: Partial<Wanted> = {}) => {
    const { network, peerNames } = world()
    const { asn, vrf } = network
    const object = { asn, ...(vrf && { vrf }), ...rest, neighbors: neighbors(more, peerNames, network) }
    return world().applyOnly(configuration('bfd', object))
  }
  /** Typed at these peers, for each session. */
  const atPeers = (names: readonly PeerName[], line: (address: string, name: PeerName) => string) =>
    Promise.all(
      names.map((name) =>
        world().configurePeer(
          name,
          world().nodes.flatMap((node) => families.map((family) => line(node[family], name))),
        ),
      ),
    )

  test('P2: BGPSessionStates follow sessions that come up, BFD on one side and on both, and one peer that goes', async () => {
    const { peerNames } = world()
    const states = (said: Said, nodes = ['n0', 'n1'], except = {}) =>
      sessionStates(world(), everySession(world(), nodes, said, except))
    await atPeers(peerNames, (address) => `neighbor ${address} shutdown`)
    await apply({})
    await states(['down', 'N/A'])
    await atPeers(peerNames, (address) => `no neighbor ${address} shutdown`)
    await states(['up', 'N/A'])
    await apply(withBfd, { bfdProfiles })
    await states(['up', 'Down'])
    await atPeers(peerNames, (address, name) => `neighbor ${address} bfd profile ${profileOf[name]}`)
    await states(['up', 'Up'])
    await apply(withBfd, { bfdProfiles, nodeSelector: onNode('n1') })
    await states(['up', 'Up'], ['n1'])
    await atPeers(['ebgpMultihop'], (address) => `no neighbor ${address} bfd`)
    await atPeers(['ebgpMultihop'], (address) => `neighbor ${address} shutdown`)
    await states(['up', 'Up'], ['n1'], { ebgpMultihop: ['down', 'Down'] })
    await atPeers(['ebgpMultihop'], (address) => `no neighbor ${address} shutdown`)
    await atPeers(peerNames, (address) => `no neighbor ${address} bfd`)
  })

  test('M3: BFD up is counted, with echo on one hop, and down when the peers have it no more', async () => {
    const { network, nodes, peerNames } = world()
    const { vrf = 'default', peers } = network
    /** Of each session, on each node. */
    const bfd = async (metric: string, names: readonly PeerName[] = peerNames) => {
      const scraped = await Promise.all(nodes.map(scrape))
      return scraped.flatMap((series) =>
        names.flatMap((name) =>
          families.map((family) => series.get(`frrk8s_bfd_${metric}{peer="${peers[name][family]}",vrf="${vrf}"}`)),
        ),
      )
    }
    const everywhere = (value: number) => nodes.flatMap(() => peerNames.flatMap(() => families.map(() => value)))
    // bgpd of 10.3 refuses a peer whose BFD it holds to be down, and over several hops there is no BFD before there is a connection.
    await apply({})
    await peered(world())
    await apply(withBfd, { bfdProfiles })
    await atPeers(peerNames, (address, name) => `neighbor ${address} bfd profile ${profileOf[name]}`)
    await becomes('BFD', () => bfd('session_up'), everywhere(1))
    for (const counter of ['control_packet_input', 'control_packet_output', 'session_up_events', 'zebra_notifications'])
      for (const count of await bfd(counter)) expect(count, counter).toBeGreaterThanOrEqual(1)
    for (const counter of ['echo_packet_input', 'echo_packet_output'])
      await expect
        .poll(async () => (await bfd(counter, ['ebgp'])).every((count = 0) => count >= 1), { timeout: 20_000 })
        .toBe(true)
    await atPeers(peerNames, (address) => `no neighbor ${address} bfd`)
    await becomes('BFD', () => bfd('session_up'), everywhere(0))
    for (const count of await bfd('session_down_events')) expect(count).toBeGreaterThanOrEqual(1)
  })
}
