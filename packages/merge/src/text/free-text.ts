import { parseAddress } from '@frrkit/model'
import { utf8Bytes } from './utf8.ts'

/**
 * What keeps a text from being one word of frr.conf, in words that go after "it", or undefined. A newline would start a
 * line of its own, a space an argument of its own; the pattern knows Unicode's spaces and invisible characters too.
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
  return undefined
}

/** bgpd holds 80 bytes of a TCP MD5 password, as Linux does (TCP_MD5SIG_MAXKEYLEN), and refuses longer ones. */
export function passwordFault(text: string): string | undefined {
  return wordFault(text) ?? (utf8Bytes(text).length > 80 ? 'is longer than 80 bytes' : undefined)
}

/** bfdd holds 63 bytes of a profile name. */
export function profileNameFault(text: string): string | undefined {
  return wordFault(text) ?? (utf8Bytes(text).length > 63 ? 'is longer than 63 bytes' : undefined)
}
