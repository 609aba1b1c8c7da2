import { parseAddress } from '@frrkit/model'
import { utf8Bytes } from './utf8.ts'

/**
 * What keeps a text from being one word of frr.conf, in words that go after "it", or undefined. A newline would start a
 * line of its own, a space an argument of its own; the pattern knows Unicode's spaces too.
 */
export function wordFault(text: string): string | undefined {
  if (text === '') return 'is empty'
  if (/[\s\p{Cc}\p{Cs}]/u.test(text)) return 'holds whitespace or control characters'
  return undefined
}

/** Linux takes 15 bytes for the name of an interface or a VRF, and neither slashes nor the names of directories. */
export function interfaceNameFault(text: string): string | undefined {
  const fault = wordFault(text)
  if (fault !== undefined) return fault
  if (utf8Bytes(text).length > 15) return 'is longer than 15 bytes'
  if (text.includes('/')) return 'holds a slash'
  if (text === '.' || text === '..') return 'is the name of a directory'
  if (parseAddress(text) !== undefined) return 'is an address'
  return frrNameFault(text)
}

/**
 * Measured with FRR 8.4: the names end up in those of prefix-lists and route-maps, where an apostrophe or a percent sign
 * kills zebra and bgpd (they become part of an XPath and of a format string), and words that follow a vertical bar at
 * the end of a word are taken for a pipe.
 */
function frrNameFault(text: string): string | undefined {
  if (/['%]/.test(text)) return "holds ' or %, at which FRR's daemons crash"
  if (text.endsWith('|')) return 'ends with |, which FRR takes for a pipe'
  return undefined
}

/** The name of a host, as FRR takes it: by its own rules, which are wider than those of DNS. */
export function hostnameFault(text: string): string | undefined {
  const fault = wordFault(text)
  if (fault !== undefined) return fault
  if (!/^[A-Za-z0-9]/.test(text)) return 'does not begin with a letter or a digit'
  return utf8Bytes(text).length > 254 ? 'is longer than 254 bytes' : undefined
}

/** bgpd holds 80 bytes of a TCP MD5 password, as Linux does (TCP_MD5SIG_MAXKEYLEN), and refuses longer ones. */
export function passwordFault(text: string): string | undefined {
  return wordFault(text) ?? (utf8Bytes(text).length > 80 ? 'is longer than 80 bytes' : undefined)
}

/** bfdd holds 63 bytes of a profile name, and refuses an apostrophe, which ends the name in its XPath. */
export function profileNameFault(text: string): string | undefined {
  const fault = wordFault(text)
  if (fault !== undefined) return fault
  if (text.includes("'")) return "holds ', which FRR does not take"
  return utf8Bytes(text).length > 63 ? 'is longer than 63 bytes' : undefined
}
