/** What is in the cluster while the daemon is looked at. */
export type Case = {
  readonly name: string
  readonly objects: number
  readonly prefixes: number
  readonly nodes: number
  /** MiB that the daemon may keep. */
  readonly target: number
}

export const idle: Case = { name: 'idle', objects: 1, prefixes: 2, nodes: 1, target: 120 }

export function manyObjects(objects: number, prefixes: number): Case {
  const name = `${objects.toLocaleString('en')} objects of ${prefixes}`
  return { name: `${name} prefix${prefixes === 1 ? '' : 'es'}`, objects, prefixes, nodes: 1, target: 300 }
}

export const cases: readonly Case[] = [
  idle,
  { name: '3,012 nodes', objects: 1, prefixes: 2, nodes: 3_012, target: 120 },
  manyObjects(1_000, 100),
]

export const namespace = 'frr-k8s-system'
export const nodeName = 'node-0'
export const asn = 64_512
export const peerAsn = 64_513
export const addresses = { node: '192.0.2.1', peer: '192.0.2.2' } as const
