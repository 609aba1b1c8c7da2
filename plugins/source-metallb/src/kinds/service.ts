import { type IpAddress, type ObjectRef, parseAddress, type SourceObject } from '@frrkit/model'
import { list, record, text, texts } from '../untyped.ts'
import { once } from './once.ts'

export type Service = {
  readonly object: ObjectRef
  /** `namespace/name`, as EndpointSlices point to it. */
  readonly key: string
  readonly labels: Readonly<Record<string, string>>
  readonly type: string
  /** Empty where there is none. */
  readonly loadBalancerClass: string
  /** `externalTrafficPolicy: Local`: only nodes with an endpoint of their own announce it. */
  readonly local: boolean
  /** One for each entry of `status.loadBalancer.ingress`; undefined for what is no address, such as a hostname. */
  readonly addresses: readonly (IpAddress | undefined)[]
}

export const readService: (object: SourceObject) => Service = once(({ object, body }): Service => {
  const { metadata, spec, status } = record(body)
  const { type, loadBalancerClass, externalTrafficPolicy } = record(spec)
  const { ingress } = record(record(status).loadBalancer)
  return {
    object,
    key: `${object.namespace}/${object.name}`,
    labels: texts(record(metadata).labels),
    type: text(type) ?? 'ClusterIP',
    loadBalancerClass: text(loadBalancerClass) ?? '',
    local: externalTrafficPolicy === 'Local',
    addresses: list(ingress).map((entry) => parseAddress(text(record(entry).ip) ?? '')),
  }
})
