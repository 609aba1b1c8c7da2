import { isDeepStrictEqual } from 'node:util'
import type { KubeObject, OwnerReference } from '@frrkit/k8s'
import type { Announcement } from '../services/verdict.ts'
import { list, record } from '../untyped.ts'
import { labelValue } from './configuration-state.ts'

/** A ServiceBGPStatus as it shall be: which BGPPeers hear of a service from this node. */
export type ServiceStatus = {
  readonly service: Announcement['service']
  readonly labels: Readonly<Record<string, string>>
  readonly status: {
    readonly node: string
    readonly serviceName: string
    readonly serviceNamespace: string
    readonly peers: readonly string[]
  }
}

/** A ServiceBGPStatus as it is; anybody may have written anything into it. */
export type KnownStatus = {
  readonly name: string
  readonly created: string
  readonly key: string
  readonly peers: readonly unknown[]
  readonly ownerReferences: readonly unknown[]
}

const labelKeys = {
  node: 'metallb.io/node',
  name: 'metallb.io/service-name',
  namespace: 'metallb.io/service-namespace',
} as const

export function nodeSelector(node: string): string {
  return `${labelKeys.node}=${labelValue(node)}`
}

/** One for each service that at least one peer hears of. */
export function statusOf(node: string, { service, peers }: Announcement): readonly ServiceStatus[] {
  if (peers.length === 0) return []
  const { name, namespace } = service
  const labels = { [labelKeys.node]: labelValue(node), [labelKeys.name]: name, [labelKeys.namespace]: namespace }
  return [{ service, labels, status: { node, serviceName: name, serviceNamespace: namespace, peers } }]
}

export function keepStatus({ metadata, status }: KubeObject): KnownStatus {
  const { name, creationTimestamp: created = '', labels = {} } = metadata
  return {
    name,
    created,
    // A new object has no status yet, so the labels tell which service it is about.
    key: `${labels[labelKeys.namespace]}/${labels[labelKeys.name]}`,
    peers: list(record(status).peers),
    ownerReferences: list(record(metadata).ownerReferences),
  }
}

export type Plan = {
  readonly create: readonly ServiceStatus[]
  readonly write: readonly { readonly name: string; readonly status: ServiceStatus['status'] }[]
  /** The pod of before takes its objects along when it is collected; they belong to us from now on. */
  readonly own: readonly string[]
  readonly remove: readonly string[]
}

/** What to do so that there is one object for each service that is announced, and nothing else. */
export function planStatuses(
  known: readonly KnownStatus[],
  wanted: readonly ServiceStatus[],
  owner: OwnerReference | undefined,
): Plan {
  const objects = new Map<string, KnownStatus>()
  // Of two for one service the older one stays.
  for (const one of known.toSorted(older).toReversed()) objects.set(one.key, one)
  const byKey = new Map(wanted.map((one) => [`${one.service.namespace}/${one.service.name}`, one]))
  const kept = [...byKey].flatMap(([key, { status }]) => {
    const object = objects.get(key)
    return object === undefined ? [] : [{ object, status }]
  })
  const keeps = new Set(kept.map(({ object }) => object))
  return {
    create: [...byKey].flatMap(([key, one]) => (objects.has(key) ? [] : [one])),
    write: kept.flatMap(({ object, status }) =>
      isDeepStrictEqual(object.peers, status.peers) ? [] : [{ name: object.name, status }],
    ),
    own: kept.flatMap(({ object }) =>
      owner === undefined || isDeepStrictEqual(object.ownerReferences, [owner]) ? [] : [object.name],
    ),
    remove: known.flatMap((object) => (keeps.has(object) ? [] : [object.name])),
  }
}

function older(a: KnownStatus, b: KnownStatus): number {
  return a.created < b.created ? -1 : a.created > b.created ? 1 : a.name < b.name ? -1 : 1
}
