import type { Lab, LabNode } from '@frrkit/frr-lab'
import type { Network, Peer, Place } from './places.ts'

/** The nodes and the single-hop peers on one LAN; the multi-hop peers on another one behind `ebgp`, with routes both ways. */
export async function connect(
  lab: Lab,
  { peers, gateway, subnets }: Network,
  nodes: ReadonlyMap<Place, LabNode>,
  peerNodes: ReadonlyMap<Peer, LabNode>,
): Promise<void> {
  const near = await lan(lab, 'near')
  for (const [place, node] of [...nodes, ...[...peerNodes].filter(([{ multihop }]) => !multihop)]) {
    await near(place, node)
    // As nodes and routers do. BFD's echo comes back by it: over IPv4 the kernel of the other side forwards the packet, not its bfdd.
    await node.exec(['tee', '/proc/sys/net/ipv4/ip_forward'], { input: '1' })
  }
  const router = peerNodes.get(peers.ebgp)
  const distant = [...peerNodes].filter(([{ multihop }]) => multihop)
  if (router === undefined || distant.length === 0) return
  const far = await lan(lab, 'far')
  await far(gateway, router)
  await router.exec(['tee', '/proc/sys/net/ipv6/conf/all/forwarding'], { input: '1' })
  for (const [peer, node] of distant) {
    await far(peer, node)
    await addRoutes(node, subnets.near, gateway)
  }
  for (const node of nodes.values()) await addRoutes(node, subnets.far, peers.ebgp)
}

type Address = Pick<Place, 'ipv4' | 'ipv6'>

/** A bridge; who is plugged in has these addresses there. */
async function lan(lab: Lab, name: string): Promise<(address: Address, node: LabNode) => Promise<void>> {
  const bridge = await lab.node(name)
  await bridge.exec(['ip', 'link', 'add', 'lan', 'type', 'bridge'])
  await bridge.exec(['ip', 'link', 'set', 'lan', 'up'])
  return async ({ ipv4, ipv6 }, node) => {
    const { b: port } = await lab.link(node, bridge, { a: [`${ipv4}/16`, `${ipv6}/64`] })
    await bridge.exec(['ip', 'link', 'set', port, 'master', 'lan'])
  }
}

async function addRoutes(node: LabNode, [ipv4 = '', ipv6 = '']: readonly string[], via: Address): Promise<void> {
  await node.exec(['ip', 'route', 'add', ipv4, 'via', via.ipv4])
  await node.exec(['ip', 'route', 'add', ipv6, 'via', via.ipv6])
}
