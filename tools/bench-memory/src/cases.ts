import type { ApiServer } from '@frrkit/testing/api-server'

/** What is in the cluster while the daemon is looked at. */
export type Case = {
  readonly name: string
  readonly objects: number
  readonly prefixes: number
  readonly nodes: number
  /** MiB that the daemon may keep. */
  readonly target: number
}

export const cases: readonly Case[] = [
  { name: 'idle', objects: 1, prefixes: 2, nodes: 1, target: 120 },
  { name: '3,012 nodes', objects: 1, prefixes: 2, nodes: 3_012, target: 120 },
  { name: '1,000 objects of 100 prefixes', objects: 1_000, prefixes: 100, nodes: 1, target: 300 },
]

export const namespace = 'frr-k8s-system'
export const nodeName = 'node-0'

/** All objects speak of one neighbor, so that all of them are merged. */
export function fill(server: ApiServer, { objects, prefixes, nodes }: Case): void {
  for (let i = 0; i < nodes; i++) {
    // As large as real ones are: images and conditions make up most of a Node.
    const images = Array.from({ length: 50 }, (_, n) => ({
      names: [`registry.example/image-${n}@sha256:${'0'.repeat(64)}`],
    }))
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: `node-${i}` }, status: { images } })
  }
  for (let i = 0; i < objects; i++) {
    const own = Array.from({ length: prefixes }, (_, n) => prefix(i * prefixes + n))
    const neighbor = { address: '192.0.2.2', asn: 64_513, toAdvertise: { allowed: { prefixes: own } } }
    server.put({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name: `object-${i}`, namespace },
      spec: { bgp: { routers: [{ asn: 64_512, prefixes: own, neighbors: [neighbor] }] } },
    })
  }
}

/** 10.0.0.0/28, 10.0.0.16/28, … */
function prefix(n: number): string {
  const address = n * 16
  return `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}/28`
}
