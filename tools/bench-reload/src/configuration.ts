import { compile } from '@frrkit/daemon/compile'
import type { SourceObject } from '@frrkit/model'
import { targetBfdd } from '@frrkit/target-bfdd'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetRaw } from '@frrkit/target-raw'
import { targetZebra } from '@frrkit/target-zebra'

/** What the one object of the node asks for. */
export type Wanted = {
  readonly prefixes: readonly string[]
  /** So many neighbors beside the first one, which get all of the prefixes, too; nobody answers there. */
  readonly beside?: number
  /** A second neighbor, which gets the first ten of the prefixes. */
  readonly secondNeighbor?: boolean
}

export const asn = 64_512
export const peerAsn = 64_513
export const addresses = { node: '192.0.2.1', peer: '192.0.2.2', secondPeer: '192.0.2.3' } as const

const targets = [targetZebra(), targetBfdd(), targetBgpd(), targetRaw()]
const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const

/** The frr.conf that users of frr-k8s have: what our own pipeline makes of an FRRConfiguration. */
export function configuration(wanted: Wanted): string {
  const gathered = { objects: [objectOf(wanted)], secrets: [], facts, problems: [], complete: true }
  const compiled = compile(gathered, { targets, kinds: [] })
  if (!compiled.ok) throw new Error(`BUG: the object of the benchmark is refused: ${JSON.stringify(compiled.problems)}`)
  return compiled.value.frrConf
}

function objectOf({ prefixes, beside = 0, secondNeighbor = false }: Wanted): SourceObject {
  const neighbors = [
    neighborOf(addresses.peer, prefixes),
    ...Array.from({ length: beside }, (_, i) => neighborOf(`198.18.${i >> 8}.${i & 255}`, prefixes)),
    ...(secondNeighbor ? [neighborOf(addresses.secondPeer, prefixes.slice(0, 10))] : []),
  ]
  return {
    object: { kind: 'FRRConfiguration', namespace: 'frr-k8s-system', name: 'metallb-worker-1' },
    apiVersion: 'frrk8s.metallb.io/v1beta1',
    unknownFields: 'prune',
    body: { spec: { bgp: { routers: [{ asn, prefixes, neighbors }] } } },
  }
}

function neighborOf(address: string, prefixes: readonly string[]): object {
  return { address, asn: peerAsn, toAdvertise: { allowed: { mode: 'filtered', prefixes } } }
}

/** `10.0.0.0/24`, `10.0.1.0/24`, …: below 65,536 of them. */
export function manyPrefixes(count: number, first = 0): readonly string[] {
  return Array.from({ length: count }, (_, i) => `10.${(first + i) >> 8}.${(first + i) & 255}.0/24`)
}
