import { createLab, type Frr, type FrrInstall, findFrr, type Lab, type LabNode, startFrr } from '@frrkit/frr-lab'
import { createKubeClient, type KubeClient } from '@frrkit/k8s'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { type Ask, askBgpd } from './ask.ts'
import { connect } from './network.ts'
import { makeGround, type Node, startNode } from './node.ts'
import type { Configuration } from './objects.ts'
import { peerConfig } from './peer-config.ts'
import { type Network, namespace, networks, type Peer, type PeerName, type Place, peerNames } from './places.ts'
import { applyAll, impatient, removeOthers } from './write-objects.ts'

export type World = {
  readonly network: Network
  readonly nodes: readonly Node[]
  readonly peer: (name: PeerName) => { readonly frr: Frr; readonly ask: Ask }
  /** Lines for the BGP router of a peer, as they are typed there. */
  readonly configurePeer: (name: PeerName, lines: readonly string[]) => Promise<unknown>
  readonly peerNames: readonly PeerName[]
  readonly server: ApiServer
  readonly kube: KubeClient
  /** Creates and replaces objects, as a client does; what is wrong with one of them is thrown. */
  readonly apply: (...objects: readonly Configuration[]) => Promise<void>
  /** The same; then all others are removed, so that sessions that both want stay. */
  readonly applyOnly: (...objects: readonly Configuration[]) => Promise<void>
  readonly stop: () => Promise<void>
}

export type WorldOptions = {
  readonly name: string
  /** Default: the one in the default VRF. */
  readonly network?: Network
  /** Of nodes and peers; default: the machine's. */
  readonly install?: FrrInstall | undefined
  readonly nodes?: 1 | 2
  readonly peers?: readonly PeerName[]
  readonly flags?: readonly string[]
  /** Default true: bgpd acts upon a changed route-map after one second, not five. */
  readonly quick?: boolean
}

/** The cluster of the reference's suite, as small as it can be: see `places.ts`. Returns when each frrkit has spoken to its FRR. */
export async function openWorld(options: WorldOptions): Promise<World> {
  const lab = await createLab({ name: options.name })
  const ends: (() => unknown)[] = [() => lab.stop()]
  const stop = async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    return { ...(await startAll(lab, options, (end) => ends.push(end))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startAll(
  lab: Lab,
  {
    network = networks.default,
    nodes: count = 2,
    peers: wanted = peerNames,
    flags = [],
    quick = true,
    ...rest
  }: WorldOptions,
  atEnd: (end: () => unknown) => void,
): Promise<Omit<World, 'stop'>> {
  const install = rest.install ?? (await findFrr())
  if (install === undefined) throw new Error('BUG: a lab without FRR')
  const places = network.nodes.slice(0, count)
  const grounds = await Promise.all(
    places.map(async (place) => ({ place, ground: await makeGround(lab, place, network.vrf) })),
  )
  const peerOf = new Map(
    await Promise.all(
      wanted.map(async (name) => [network.peers[name], await lab.node(network.peers[name].name)] as const),
    ),
  )
  await connect(lab, network, new Map(grounds.map(({ place, ground }) => [place, ground.inside])), peerOf)
  const server = await createApiServer({ namespaces: [namespace], users: { prometheus: { username: 'prometheus' } } })
  atEnd(() => server.close())
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  atEnd(() => kube.close())
  if (quick) await applyAll(kube, [impatient])
  const nodes = await Promise.all(grounds.map((where) => startNode({ ...where, install, server, flags, atEnd })))
  const peerFrrs = new Map(
    await Promise.all(
      [...peerOf].map(async ([peer, at]) => [peer, await startPeer(at, install, peer, network, places)] as const),
    ),
  )
  for (const { ask } of peerFrrs.values()) atEnd(() => ask.close())
  await Promise.all(nodes.map(({ frrkit }) => frrkit().logged(/^FRR (took|runs) /)))
  const peer: World['peer'] = (name) => {
    const found = peerFrrs.get(network.peers[name])
    if (found === undefined) throw new Error(`BUG: there is no peer ${name} in this world`)
    return found
  }

  return {
    network,
    nodes,
    peer,
    configurePeer: (name, lines) =>
      peer(name).frr.vtysh('configure terminal', `router bgp ${network.peers[name].asn}`, ...lines),
    peerNames: wanted,
    server,
    kube,
    apply: (...objects) => applyAll(kube, objects),
    applyOnly: async (...objects) => {
      await applyAll(kube, objects)
      await removeOthers(
        kube,
        objects.map(({ metadata }) => metadata.name),
      )
    },
  }
}

async function startPeer(at: LabNode, install: FrrInstall, peer: Peer, network: Network, nodes: readonly Place[]) {
  const config = peerConfig(peer, network, nodes)
  const frr = await startFrr(at, { install, config, daemonOptions: { bgpd: ['-p', String(peer.port ?? 179)] } })
  return { frr, ask: askBgpd(frr) }
}
