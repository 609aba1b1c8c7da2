import type { ApiServer } from '@frrkit/testing/api-server'
import { addresses, asn, type Case, namespace, peerAsn } from './cases.ts'

/** All objects speak of one neighbor, so that all of them are merged. */
export function fill(
  server: Pick<ApiServer, 'put'>,
  { objects, prefixes, nodes }: Omit<Case, 'name' | 'target'>,
): void {
  for (let i = 0; i < nodes; i++) {
    // As large as real ones are: images and conditions make up most of a Node.
    const images = Array.from({ length: 50 }, (_, n) => ({
      names: [`registry.example/image-${n}@sha256:${'0'.repeat(64)}`],
    }))
    server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: `node-${i}` }, status: { images } })
  }
  for (let i = 0; i < objects; i++) {
    const own = Array.from({ length: prefixes }, (_, n) => prefix(i * prefixes + n))
    const neighbor = { address: addresses.peer, asn: peerAsn, toAdvertise: { allowed: { prefixes: own } } }
    server.put({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name: `object-${i}`, namespace },
      spec: { bgp: { routers: [{ asn, prefixes: own, neighbors: [neighbor] }] } },
    })
  }
}

/** 10.0.0.0/28, 10.0.0.16/28, … */
function prefix(n: number): string {
  const address = n * 16
  return `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}/28`
}
