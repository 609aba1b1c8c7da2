import { type IpFamily, parseAddress, type SourceObject } from '@frrkit/model'
import { list, record, text, texts } from '../untyped.ts'

/** What one EndpointSlice says that matters for announcing. */
export type EndpointSlice = {
  /** Undefined for slices of names instead of addresses. */
  readonly family: IpFamily | undefined
  readonly usable: boolean
  /** Nodes that have a usable endpoint. */
  readonly nodes: ReadonlySet<string>
}

/** `namespace/name` of the service that a slice is of; undefined where the label is missing. */
export function serviceOfSlice({ object, body }: SourceObject): string | undefined {
  const name = texts(record(record(body).metadata).labels)['kubernetes.io/service-name']
  return name === undefined ? undefined : `${object.namespace}/${name}`
}

export function readEndpointSlice({ body }: SourceObject): EndpointSlice {
  const { addressType, endpoints } = record(body)
  const usable = list(endpoints).map(record).filter(isUsable)
  return {
    family: familyOf(addressType, usable[0]),
    usable: usable.length > 0,
    nodes: new Set(usable.flatMap(({ nodeName }) => text(nodeName) ?? [])),
  }
}

/** One that is terminating and still serves counts: its node goes on announcing until the last connection is done. */
export function isUsable(endpoint: ReturnType<typeof record>): boolean {
  const { ready, serving } = record(endpoint.conditions)
  return (
    list(endpoint.addresses).length > 0 && (ready === undefined || ready === null || ready === true || serving === true)
  )
}

/** The field is required by the API; in a file by hand the first address tells as well. */
function familyOf(addressType: unknown, endpoint: ReturnType<typeof record> = {}): IpFamily | undefined {
  if (addressType === 'IPv4') return 'ipv4'
  if (addressType === 'IPv6') return 'ipv6'
  return addressType === undefined ? parseAddress(text(list(endpoint.addresses)[0]) ?? '')?.family : undefined
}
