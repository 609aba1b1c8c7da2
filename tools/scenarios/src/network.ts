import type { Lab, LabNode } from '@frrkit/frr-lab'
import { gateway, type Peer, type Place, peers } from './places.ts'

/** The nodes and the single-hop peers on one LAN; the multi-hop peer behind `ebgp`, with routes both ways. */
export async function connect(
  lab: Lab,
  nodes: ReadonlyMap<Place, LabNode>,
  peerNodes: ReadonlyMap<Peer, LabNode>,
): Promise<void> {
  const lan = await lab.node('lan')
  await lan.exec(['ip', 'link', 'add', 'lan', 'type', 'bridge'])
  await lan.exec(['ip', 'link', 'set', 'lan', 'up'])
  const onLan = [...nodes, ...[...peerNodes].filter(([{ multihop }]) => !multihop)]
  for (const [{ ipv4, ipv6 }, node] of onLan) {
    const { b: port } = await lab.link(node, lan, { a: [`${ipv4}/16`, `${ipv6}/64`] })
    await lan.exec(['ip', 'link', 'set', port, 'master', 'lan'])
  }
  const [router, far] = [peerNodes.get(peers.ebgp), peerNodes.get(peers.multihop)]
  if (router === undefined || far === undefined) return
  await lab.link(router, far, {
    a: [`${gateway.ipv4}/16`, `${gateway.ipv6}/64`],
    b: [`${peers.multihop.ipv4}/16`, `${peers.multihop.ipv6}/64`],
  })
  const forwarding = ['/proc/sys/net/ipv4/ip_forward', '/proc/sys/net/ipv6/conf/all/forwarding'] as const
  await router.exec(['tee', ...forwarding], { input: '1' })
  await far.exec(['ip', 'route', 'add', '172.18.0.0/16', 'via', gateway.ipv4])
  await far.exec(['ip', 'route', 'add', 'fc00:f853:ccd:e793::/64', 'via', gateway.ipv6])
  for (const node of nodes.values()) {
    await node.exec(['ip', 'route', 'add', '172.30.0.0/16', 'via', peers.ebgp.ipv4])
    await node.exec(['ip', 'route', 'add', 'fc00:f853:ccd:e798::/64', 'via', peers.ebgp.ipv6])
  }
}
