import { parseAddress } from '@frrkit/model'

/** Why a word is no such value, or undefined when it is one. */
export type Complaint = string | undefined

/** What is wrong with a word that is meant as a value of one kind. */
export type Check = (text: string) => Complaint

export const isIpv4: Check = (text) =>
  !text.includes(':') && parseAddress(text) !== undefined ? undefined : `${text} is no IPv4 address`

export const isIpv6: Check = (text) =>
  text.includes(':') && parseAddress(text) !== undefined ? undefined : `${text} is no IPv6 address`

export const isLinkLocal: Check = (text) =>
  isIpv6(text) ?? (linkLocal.test(text) ? undefined : `${text} is no link-local address`)

/** This network, this machine, and groups. */
const ofNobody = /^(?:0|127|22[4-9]|23\d)\./

/** Where packets can be sent: bgpd takes no others as next hops, those from 240.0.0.0 on only since 10.4. */
export const isNextHop4: Check = (text) =>
  isIpv4(text) ?? (ofNobody.test(text) ? `${text} is no address of a next hop` : undefined)

export const isNextHop6: Check = (text) =>
  isIpv6(text) ?? (linkLocal.test(text) || /^(?:ff|::1?$)/i.test(text) ? `${text} is no global address` : undefined)

/** An address that packets which leave the machine may come from. */
export const isSource6: Check = (text) =>
  isIpv6(text) ?? (linkLocal.test(text) || text === '::1' ? `${text} is no global address` : undefined)

const linkLocal = /^fe[89ab]/i

export const isPrefix4: Check = prefix(isIpv4, 32)
export const isPrefix6: Check = prefix(isIpv6, 128)

/** zebra has no others, and mgmtd of 10.3 may not survive that it says so. */
export const isInterfaceAddress4: Check = (text) =>
  isPrefix4(text) ??
  (ofNobody.test(text) || text.startsWith('255.255.255.255/') ? `${text} is no address of an interface` : undefined)

/** bgpd tells nobody about link-local addresses. */
export const isNetwork6: Check = (text) =>
  isPrefix6(text) ?? (linkLocal.test(text) ? `${text} is a link-local prefix` : undefined)

/** One address makes no aggregate. */
export const isAggregate4: Check = (text) => isPrefix4(text) ?? shorter(text, 32)
export const isAggregate6: Check = (text) => isPrefix6(text) ?? shorter(text, 128)

function shorter(text: string, length: number): Complaint {
  return text.endsWith(`/${length}`) ? `${text} is a single address` : undefined
}

function prefix(isAddress: Check, longest: number): Check {
  return (text) => {
    const [address = '', length = ''] = text.split('/')
    const complaint = isAddress(address)
    if (complaint !== undefined) return `${text} is no prefix: ${complaint}`
    return Number(length) <= longest ? undefined : `${text} is no prefix: longer than ${longest} bits`
  }
}

export function range(low: number, high: number): Check {
  return (text) => {
    const value = Number(text)
    return value >= low && value <= high ? undefined : `${text} is not between ${low} and ${high}`
  }
}

const twoBytes = 65_535
const fourBytes = 4_294_967_295

export const isAsn: Check = range(1, fourBytes)

/** `65000:1`, `4200000000:1`, `192.0.2.1:1`: six bytes in all (RFC 4364). */
export const isExtended: Check = (text) => {
  const [administrator = '', assigned = ''] = text.split(':')
  const isAddress = administrator.includes('.')
  const complaint = isAddress ? isIpv4(administrator) : range(0, fourBytes)(administrator)
  const most = isAddress || Number(administrator) > twoBytes ? twoBytes : fourBytes
  return complaint ?? (Number(assigned) <= most ? undefined : `${assigned} in ${text} is more than ${most}`)
}

export const isDistinguisher: Check = (text) =>
  /^[\d.]+:\d+$/.test(text) ? isExtended(text) : `${text} is no route distinguisher`

export const isCommunity: Check = parts(twoBytes)
export const isLargeCommunity: Check = parts(fourBytes)

function parts(most: number): Check {
  return (text) => {
    const bad = text.split(':').find((part) => Number(part) > most)
    return bad === undefined ? undefined : `${bad} in ${text} is more than ${most}`
  }
}

/** `01:7`: two bits of what to do without the color, and the color (RFC 9256). */
export const isColor: Check = (text) => {
  const [, color] = /^[01]{2}:(\d+)$/.exec(text) ?? []
  return color === undefined ? `${text} is no color` : range(1, fourBytes)(color)
}

/** Those that bgpd needs to make sense of an update are not for it to pass over. */
export const isOptionalAttribute: Check = (text) =>
  range(1, 255)(text) ?? (/^(?:[1-4]|14|15|16)$/.test(text) ? `bgpd needs the path attribute ${text}` : undefined)

/** Names of most things have no limit worth speaking of; these have one that FRR does not survive (8.4.4, 10.3). */
export function name(most: number): Check {
  // Three bytes a letter at most, in UTF-16.
  return (text) =>
    text.length * 3 > most && bytes(text) > most ? `a name of ${bytes(text)} bytes, and ${most} is the most` : undefined
}

/** What is numbered has no `standard` or `expanded` before it. */
export const isListWord: Check = (text) => (/^\d+$/.test(text) ? `${text} is a number, not a name` : undefined)

/** One word of 80 bytes at most. What is wrong is told without the word. */
export const isPassword: Check = (text) => {
  if (text.includes(' ')) return 'there is a blank in the password'
  return bytes(text) > 80 ? `${bytes(text)} bytes, and 80 is the most of a password` : undefined
}

export const isHostname: Check = (text) =>
  /^[0-9a-z]/i.test(text) ? name(255)(text) : `${text} does not begin with a letter or a digit`

/** No letters, since AS numbers have none; and what no regular expression can be. */
export const isAsPathExpression: Check = (text) => {
  const odd = /[^0-9_^|[\],{}() $*+.?\-\\]/.exec(text)?.[0]
  return odd === undefined ? isExpression(text) : `${odd} cannot be in an AS path`
}

export const isExpression: Check = (text) => {
  const outside = text.replaceAll(/\\.|\[\^?\]?[^\]]*\]/g, '')
  const balanced = outside.split('(').length === outside.split(')').length
  const right = balanced && !outside.includes('[') && !/^[*+?]/.test(text)
  return right ? undefined : `${text} is no regular expression`
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
