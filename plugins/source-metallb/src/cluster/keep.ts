import { Buffer } from 'node:buffer'
import type { KubeObject } from '@frrkit/k8s'
import type { ObjectRef, SecretDocument, SourceObject } from '@frrkit/model'
import { isUsable } from '../kinds/endpoint-slice.ts'
import { list, record, text } from '../untyped.ts'

type Type = { readonly apiVersion: string; readonly kind: string }

/** An object without its status and what only the API server needs, so that writing those is no change. */
export function keepWhole(type: Type): (object: KubeObject) => SourceObject {
  return ({ metadata, spec, data, binaryData }) => {
    const { labels } = metadata
    return sourceObject(type, metadata, {
      ...(labels !== undefined && { metadata: { labels } }),
      ...(spec !== undefined && { spec }),
      ...(data !== undefined && { data }),
      ...(binaryData !== undefined && { binaryData }),
    })
  }
}

/** Of a Node its labels, and the one condition that counts: the others have a new time every few seconds. */
export function keepNode({ metadata, status }: KubeObject): SourceObject {
  const conditions = list(record(status).conditions).map(record)
  const counts = conditions.filter(({ type }) => type === 'NetworkUnavailable')
  return sourceObject({ apiVersion: 'v1', kind: 'Node' }, metadata, {
    metadata: { labels: metadata.labels ?? {} },
    status: { conditions: counts.map(({ type, status: is }) => ({ type, status: is })) },
  })
}

/** Of services those that could be announced; most of a cluster's services could not. */
export function keepService(loadBalancerClass: string): (object: KubeObject) => SourceObject | undefined {
  return ({ metadata, spec, status }) => {
    const { type, externalTrafficPolicy, loadBalancerClass: itsClass } = record(spec)
    if (type !== 'LoadBalancer' || (text(itsClass) ?? '') !== loadBalancerClass) return undefined
    const ingress = list(record(record(status).loadBalancer).ingress).map((entry) => ({ ip: record(entry).ip }))
    return sourceObject({ apiVersion: 'v1', kind: 'Service' }, metadata, {
      metadata: { labels: metadata.labels ?? {} },
      spec: { type, loadBalancerClass: itsClass, externalTrafficPolicy },
      status: { loadBalancer: { ingress } },
    })
  }
}

const slice = { apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' }
const ofService = 'kubernetes.io/service-name'

/**
 * Of a slice whether it has a usable endpoint, and whether it has one here: as two endpoints at most. So pods that come and
 * go elsewhere are no change, and ten thousand pods need no more memory than one.
 */
export function keepEndpointSlice(nodeName: string): (object: KubeObject) => SourceObject | undefined {
  return ({ metadata, addressType, endpoints }) => {
    const service = metadata.labels?.[ofService]
    if (service === undefined) return undefined
    const usable = list(endpoints).map(record).filter(isUsable)
    const here = usable.some((endpoint) => endpoint.nodeName === nodeName)
    const elsewhere = usable.some((endpoint) => endpoint.nodeName !== nodeName)
    return sourceObject(slice, metadata, {
      metadata: { labels: { [ofService]: service } },
      addressType,
      endpoints: [
        ...(here ? [{ addresses: ['here'], nodeName }] : []),
        ...(elsewhere ? [{ addresses: ['elsewhere'] }] : []),
      ],
    })
  }
}

/** A Secret with its bytes; an API server vouches for base64. */
export function keepSecret({ metadata, type, data }: KubeObject): SecretDocument {
  return {
    namespace: metadata.namespace ?? '',
    name: metadata.name,
    type: text(type) ?? 'Opaque',
    data: Object.fromEntries(Object.entries(record(data)).map(([key, value]) => [key, bytes(value)])),
  }
}

function bytes(base64: unknown): Uint8Array {
  return new Uint8Array(Buffer.from(String(base64), 'base64'))
}

type Body = { readonly metadata?: object; readonly [field: string]: unknown }

function sourceObject({ apiVersion, kind }: Type, metadata: KubeObject['metadata'], body: Body): SourceObject {
  const { name, namespace = '', creationTimestamp: created } = metadata
  const object: ObjectRef = { kind, namespace, name, ...(created !== undefined && { created }) }
  const whole = { ...body, apiVersion, kind, metadata: { ...body.metadata, namespace, name } }
  return { object, apiVersion, body: whole, unknownFields: 'prune' }
}
