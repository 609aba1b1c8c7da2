import { createLab, type Frr, type Lab, startFrr } from '@frrkit/frr-lab'
import { createKubeClient, describeKubeError, type KubeClient } from '@frrkit/k8s'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { type Ask, askBgpd } from './ask.ts'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'
import { connect } from './network.ts'
import { type Configuration, object } from './objects.ts'
import { peerConfig } from './peer-config.ts'
import { namespace, nodePlaces, type PeerName, type Place, peerNames, peers } from './places.ts'

/** A node of the cluster: an FRR, and frrkit that keeps it as the objects say. */
export type Node = Place & {
  readonly frr: Frr
  readonly ask: Ask
  /** The one that runs now; `start` runs another one after its end. */
  readonly frrkit: () => FrrkitProcess
  readonly start: () => FrrkitProcess
}

export type World = {
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
  readonly nodes?: 1 | 2
  readonly peers?: readonly PeerName[]
  readonly flags?: readonly string[]
  /** Default true: bgpd acts upon a changed route-map after one second, not five. */
  readonly quick?: boolean
}

const configurations = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrconfigurations', namespace }

/** Otherwise bgpd waits five seconds before it acts upon a changed route-map: after most of what is tested here. */
export const impatient: Configuration = object('impatient', {
  raw: { rawConfig: 'exit\nbgp route-map delay-timer 1\n' },
})

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
  { nodes: count = 2, peers: wanted = peerNames, flags = [], quick = true }: WorldOptions,
  atEnd: (end: () => unknown) => void,
): Promise<Omit<World, 'stop'>> {
  const places = nodePlaces.slice(0, count)
  const nodeOf = new Map(await Promise.all(places.map(async (place) => [place, await lab.node(place.name)] as const)))
  const peerOf = new Map(await Promise.all(wanted.map(async (name) => [peers[name], await lab.node(name)] as const)))
  await connect(lab, nodeOf, peerOf)
  const server = await createApiServer({ namespaces: [namespace], users: { prometheus: { username: 'prometheus' } } })
  atEnd(() => server.close())
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  atEnd(() => kube.close())
  const peerFrrs = new Map(
    await Promise.all(
      wanted.map(async (name) => {
        const at = peerOf.get(peers[name])
        if (at === undefined) throw new Error('BUG: a peer without a node')
        const { port = 179 } = peers[name]
        const frr = await startFrr(at, {
          config: peerConfig(peers[name], places),
          daemonOptions: { bgpd: ['-p', String(port)] },
        })
        const ask = askBgpd(frr)
        atEnd(() => ask.close())
        return [name, { frr, ask }] as const
      }),
    ),
  )
  const nodes = await Promise.all(
    [...nodeOf].map(async ([place, at]): Promise<Node> => {
      // As the reference's: bgpd dials, and does not listen.
      const frr = await startFrr(at, { daemonOptions: { bgpd: ['-p', '0'] } })
      const ask = askBgpd(frr)
      atEnd(() => ask.close())
      putNode(server, place.name)
      const start = () => startFrrkit([...wordsFor(place, frr, server), ...flags])
      let frrkit = start()
      atEnd(() => frrkit.end())
      return { ...place, frr, ask, frrkit: () => frrkit, start: () => (frrkit = start()) }
    }),
  )
  if (quick) await applyAll(kube, [impatient])
  await Promise.all(nodes.map(({ frrkit }) => frrkit().logged(/^FRR (took|runs) /)))
  const peer: World['peer'] = (name) => {
    const found = peerFrrs.get(name)
    if (found === undefined) throw new Error(`BUG: there is no peer ${name} in this world`)
    return found
  }
  return {
    nodes,
    peer,
    configurePeer: (name, lines) =>
      peer(name).frr.vtysh('configure terminal', `router bgp ${peers[name].asn}`, ...lines),
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

/** As kubelet makes it, and the daemon's pod. */
export function putNode(server: ApiServer, name: string): void {
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { 'kubernetes.io/hostname': name } } })
  server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: `frrkit-${name}`, namespace } })
}

/** The command line of the frrkit of a node. */
export function wordsFor({ name }: Pick<Place, 'name'>, frr: Frr, { kubeconfigPath }: ApiServer): readonly string[] {
  const flags = {
    namespace,
    kubeconfig: kubeconfigPath,
    'node-name': name,
    'pod-name': `frrkit-${name}`,
    'frr-conf': frr.configFile,
    pathspace: frr.pathspace,
    'log-level': 'debug',
    'health-probe-bind-address': '127.0.0.1:0',
    'metrics-bind-address': '127.0.0.1:0',
  }
  return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`)
}

export async function applyAll(kube: KubeClient, objects: readonly Configuration[]): Promise<void> {
  for (const one of objects) {
    const { name, namespace: into } = one.metadata
    const key = { ...configurations, namespace: into, name }
    const written = await kube.patch(key, one, { type: 'apply', force: true, fieldManager: 'scenarios' })
    if (!written.ok) throw new Error(describeKubeError(written.error))
  }
}

export async function removeOthers(kube: KubeClient, keep: readonly string[]): Promise<void> {
  const listed = await kube.list(configurations)
  if (!listed.ok) throw new Error(describeKubeError(listed.error))
  for (const { metadata } of listed.value) {
    if (metadata.name === impatient.metadata.name || keep.includes(metadata.name)) continue
    const removed = await kube.delete({ ...configurations, name: metadata.name })
    if (!removed.ok) throw new Error(describeKubeError(removed.error))
  }
}
