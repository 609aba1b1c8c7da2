import type { IpFamily } from './family.ts'
import { formatIpv4, parseIpv4 } from './ipv4.ts'
import { formatIpv6, mappedIpv4, parseIpv6 } from './ipv6.ts'

/** An IP address in canonical text: RFC 5952, and IPv4 for IPv4-mapped IPv6. Equal addresses have equal text. */
export type IpAddress = { readonly text: string; readonly family: IpFamily }

/** The address that a text means, or undefined. */
export function parseAddress(text: string): IpAddress | undefined {
  const ipv4 = parseIpv4(text)
  if (ipv4 !== undefined) return { text: formatIpv4(ipv4), family: 'ipv4' }
  const groups = parseIpv6(text)
  if (groups === undefined) return undefined
  const mapped = mappedIpv4(groups)
  return mapped === undefined
    ? { text: formatIpv6(groups), family: 'ipv6' }
    : { text: formatIpv4(mapped), family: 'ipv4' }
}
