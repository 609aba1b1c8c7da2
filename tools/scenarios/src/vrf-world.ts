import { createLab, type Frr, findFrr, type Lab, startFrr, withPrivateNamespaces } from '@frrkit/frr-lab'
import { createKubeClient } from '@frrkit/k8s'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { type Ask, askBgpd } from './ask.ts'
import { startFrrkit } from './frrkit-process.ts'
import type { Configuration } from './objects.ts'
import { families, namespace, type Place } from './places.ts'
import { applyAll, impatient, type Node, putNode, removeOthers, wordsFor } from './world.ts'

/** A node with one VRF, and a peer in it. The VRF is a network namespace: kernels without VRF devices have no other. */
export type VrfWorld = {
  readonly node: Pick<Node, 'ask' | 'frrkit'>
  readonly vrf: string
  readonly peer: Ask
  readonly configurePeer: (lines: readonly string[]) => Promise<unknown>
  readonly server: ApiServer
  readonly applyOnly: (...objects: readonly Configuration[]) => Promise<void>
  readonly stop: () => Promise<void>
}

export const inVrf: {
  readonly vrf: string
  readonly node: Place
  readonly peer: Place
  readonly asn: number
  readonly peerAsn: number
} = {
  vrf: 'red',
  node: { name: 'n0', ipv4: '172.31.0.10', ipv6: 'fc00:f853:ccd:e799::10' },
  peer: { name: 'ebgp-vrf', ipv4: '172.31.0.2', ipv6: 'fc00:f853:ccd:e799::2' },
  asn: 64_513,
  peerAsn: 4_200_000_000,
}

export async function openVrfWorld(): Promise<VrfWorld> {
  const lab = await createLab({ name: 'vrf' })
  const ends: (() => unknown)[] = [() => lab.stop()]
  const stop = async () => {
    for (const end of ends.splice(0).toReversed()) await end()
  }
  try {
    return { ...(await start(lab, (end) => ends.push(end))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(lab: Lab, atEnd: (end: () => unknown) => void): Promise<Omit<VrfWorld, 'stop'>> {
  const { node, peer, peerAsn } = inVrf
  const [at, red, other] = [await lab.node('n0'), await lab.node('red'), await lab.node('peer')]
  await lab.link(red, other, {
    a: [`${node.ipv4}/16`, `${node.ipv6}/64`],
    b: [`${peer.ipv4}/16`, `${peer.ipv6}/64`],
  })
  const found = await findFrr()
  if (found === undefined) throw new Error('BUG: a lab without FRR')
  const { install, remove } = await withPrivateNamespaces(found, red.namespace, inVrf.vrf)
  atEnd(() => remove())
  const zebra = found.version.startsWith('8.') ? ['-n'] : ['-w']
  const frr = await startFrr(at, { install, daemonOptions: { zebra, bgpd: ['-p', '0'] } })
  const peerFrr = await startFrr(other, { config: peerConfig() })
  const server = await createApiServer({ namespaces: [namespace], users: { prometheus: { username: 'prometheus' } } })
  atEnd(() => server.close())
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  atEnd(() => kube.close())
  putNode(server, node.name)
  const frrkit = startFrrkit(wordsFor(node, frr, server))
  atEnd(() => frrkit.end())
  await applyAll(kube, [impatient])
  await frrkit.logged(/^FRR (took|runs) /)
  return {
    node: { ask: asking(frr, atEnd), frrkit: () => frrkit },
    vrf: inVrf.vrf,
    peer: asking(peerFrr, atEnd),
    configurePeer: (lines) => peerFrr.vtysh('configure terminal', `router bgp ${peerAsn}`, ...lines),
    server,
    applyOnly: async (...objects) => {
      await applyAll(kube, objects)
      await removeOthers(
        kube,
        objects.map(({ metadata }) => metadata.name),
      )
    },
  }
}

function asking(frr: Frr, atEnd: (end: () => unknown) => void): Ask {
  const ask = askBgpd(frr)
  atEnd(() => ask.close())
  return ask
}

function peerConfig(): string {
  const { node, asn, peerAsn } = inVrf
  return `\
router bgp ${peerAsn}
 bgp router-id 10.0.0.9
 no bgp ebgp-requires-policy
 no bgp network import-check
 no bgp default ipv4-unicast
${families.map((family) => ` neighbor ${node[family]} remote-as ${asn}\n neighbor ${node[family]} password vrf-test\n neighbor ${node[family]} passive\n`).join('')}\
${families.map((family) => ` address-family ${family} unicast\n  neighbor ${node[family]} activate\n exit-address-family\n`).join('')}`
}
