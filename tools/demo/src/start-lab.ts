import { createLab, type Frr, type Lab, startFrr } from '@frrkit/frr-lab'

/** What docs/examples/quickstart is written for. */
export const node = { name: 'node-a', address: '172.18.0.2', labels: { 'kubernetes.io/hostname': 'node-a' } } as const
export const peer = {
  name: 'tor',
  address: '172.18.0.5',
  asn: 64512,
  prefixes: ['198.51.100.0/24', '203.0.113.0/24'],
} as const

export type DemoLab = {
  readonly lab: Lab
  /** The FRR that frrkit looks after; it has no configuration yet. */
  readonly node: Frr
  /** Its neighbor, which is none of frrkit's business. */
  readonly peer: Frr
}

/** Two FRRs, each in a network namespace of its own, joined by a cable. Whoever opened the lab closes it. */
export async function startLab(lab: Lab): Promise<DemoLab> {
  const [a, b] = await Promise.all([lab.node(node.name), lab.node(peer.name)])
  await lab.link(a, b, { a: [`${node.address}/24`], b: [`${peer.address}/24`] })
  const [nodeFrr, peerFrr] = await Promise.all([startFrr(a), startFrr(b, { config: peerConfig })])
  return { lab, node: nodeFrr, peer: peerFrr }
}

/** `handleSignals: false`: main listens, so that a signal stops the daemon before it takes its FRR away. */
export function openLab(): Promise<Lab> {
  return createLab({ name: 'demo', handleSignals: false })
}

const peerConfig = `\
hostname ${peer.name}
router bgp ${peer.asn}
 bgp router-id ${peer.address}
 no bgp network import-check
 neighbor ${node.address} remote-as ${peer.asn}
 neighbor ${node.address} timers connect 1
 address-family ipv4 unicast
${peer.prefixes.map((prefix) => `  network ${prefix}`).join('\n')}
`
