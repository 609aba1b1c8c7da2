import type { SourceObject } from '@frrkit/model'

/** `objects` FRRConfigurations of `prefixes` distinct prefixes each, all for one neighbor: the worst that users reported. */
export function manyObjects(objects: number, prefixes: number): readonly SourceObject[] {
  return Array.from({ length: objects }, (_, i) => configuration(`object-${i}`, prefixesOf(i, prefixes)))
}

export function configuration(name: string, prefixes: readonly string[]): SourceObject {
  const toAdvertise = { allowed: { mode: 'filtered', prefixes } }
  const router = { asn: 64_512, prefixes, neighbors: [{ address: '192.0.2.1', asn: 64_513, toAdvertise }] }
  return {
    object: { kind: 'FRRConfiguration', namespace: 'frr-k8s-system', name },
    apiVersion: 'frrk8s.metallb.io/v1beta1',
    unknownFields: 'prune',
    body: { spec: { bgp: { routers: [router] } } },
  }
}

/** Prefixes that no object of another number has. */
export function prefixesOf(object: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const n = object * count + i
    return `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}/32`
  })
}
