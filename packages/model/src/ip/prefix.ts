import { compareText } from '../origin.ts'
import type { IpFamily } from './family.ts'
import { formatIpv4, maskIpv4, parseIpv4 } from './ipv4.ts'
import { formatIpv6, mappedIpv4, maskIpv6, parseIpv6 } from './ipv6.ts'

/** A prefix in canonical text: address as in `IpAddress`, host bits cleared. Equal prefixes have equal text. */
export type Prefix = { readonly text: string; readonly family: IpFamily; readonly length: number }

/** The prefix that a text `ADDRESS/LENGTH` means, or undefined. */
export function parsePrefix(text: string): Prefix | undefined {
  const slash = text.lastIndexOf('/')
  if (slash < 0) return undefined
  const length = parseLength(text, slash + 1)
  if (length === undefined) return undefined
  const address = text.slice(0, slash)
  const ipv4 = parseIpv4(address)
  if (ipv4 !== undefined) return length > 32 ? undefined : ipv4Prefix(ipv4, length)
  const groups = parseIpv6(address)
  if (groups === undefined || length > 128) return undefined
  const mapped = mappedIpv4(groups)
  if (mapped !== undefined && length >= 96) return ipv4Prefix(mapped, length - 96)
  return { text: `${formatIpv6(maskIpv6(groups, length))}/${length}`, family: 'ipv6', length }
}

/** IPv4 before IPv6, then byte order of the text, the order in which lists are rendered. */
export function comparePrefixes(a: Prefix, b: Prefix): number {
  return a.family === b.family ? compareText(a.text, b.text) : a.family === 'ipv4' ? -1 : 1
}

function ipv4Prefix(address: number, length: number): Prefix {
  return { text: `${formatIpv4(maskIpv4(address, length))}/${length}`, family: 'ipv4', length }
}

function parseLength(text: string, from: number): number | undefined {
  if (from === text.length || text.length - from > 4) return undefined
  let length = 0
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return undefined
    length = length * 10 + code - 48
  }
  return length
}
