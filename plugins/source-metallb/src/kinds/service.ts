import { type IpAddress, type ObjectRef, parseAddress, type SourceObject } from '@frrkit/model'
import { list, record, text, texts } from '../untyped.ts'

export type Service = {
  readonly object: ObjectRef
  readonly labels: Readonly<Record<string, string>>
  readonly type: string
  /** Empty where there is none. */
  readonly loadBalancerClass: string
  /** `externalTrafficPolicy: Local`: only nodes with an endpoint of their own announce it. */
  readonly local: boolean
  /** One for each entry of `status.loadBalancer.ingress`; undefined for what is no address, such as a hostname. */
  readonly addresses: readonly (IpAddress | undefined)[]
}

/** `namespace/name`, as EndpointSlices point to it. */
export function serviceKey({ object }: SourceObject): string {
  return `${object.namespace}/${object.name}`
}

export function readService({ object, body }: SourceObject): Service {
  const { metadata, spec, status } = record(body)
  const { type, loadBalancerClass, externalTrafficPolicy } = record(spec)
  const { ingress } = record(record(status).loadBalancer)
  return {
    object,
    labels: texts(record(metadata).labels),
    type: text(type) ?? 'ClusterIP',
    loadBalancerClass: text(loadBalancerClass) ?? '',
    local: externalTrafficPolicy === 'Local',
    addresses: list(ingress).map((entry) => parseAddress(text(record(entry).ip) ?? '')),
  }
}
