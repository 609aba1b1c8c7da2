/** An address or a prefix as FRR shows it, host bits cleared; other words as they are. */
export function canonicalIp(word: string): string {
  const slash = word.indexOf('/')
  if (slash < 0) return word.includes(':') ? (formatted(ipv6Groups(word)) ?? word) : word
  const [address, length] = [word.slice(0, slash), lengthAt(word, slash + 1)]
  if (length === undefined) return word
  if (!address.includes(':')) return length <= 32 ? canonicalIpv4(word, address, length) : word
  const groups = length <= 128 ? ipv6Groups(address) : undefined
  const prefix = groups?.map((group, i) => masked(group, 16, length - i * 16))
  return prefix === undefined ? word : `${formatted(prefix)}/${length}`
}

/** Most prefixes of a long configuration are canonical already, and nothing is built for those. */
function canonicalIpv4(word: string, address: string, length: number): string {
  const value = ipv4Value(address)
  if (value === undefined) return word
  const prefix = length === 0 ? 0 : (value & (0xffffffff << (32 - length))) >>> 0
  if (prefix === value) return word
  return `${prefix >>> 24}.${(prefix >>> 16) & 255}.${(prefix >>> 8) & 255}.${prefix & 255}/${length}`
}

/** The address alone, host bits kept: for an address on an interface. */
export function canonicalAddress(word: string): string {
  const [address = '', ...length] = word.split('/')
  return [canonicalIp(address), ...length].join('/')
}

/** The number of bits of a netmask: 24 for 255.255.255.0. */
export function maskLength(mask: string): number | undefined {
  const bits = ipv4Octets(mask)
    ?.map((octet) => octet.toString(2).padStart(8, '0'))
    .join('')
  return bits !== undefined && /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : undefined
}

/** The length that the first bits of an address imply where none is written (RFC 791): 8 for 10.0.0.0. */
export function classfulLength(address: string): number | undefined {
  const first = ipv4Octets(address)?.[0]
  if (first === undefined || first >= 224) return undefined
  return first < 128 ? 8 : first < 192 ? 16 : 24
}

function masked(value: number, width: number, bits: number): number {
  return bits >= width ? value : bits <= 0 ? 0 : value & ~((1 << (width - bits)) - 1)
}

function ipv4Octets(text: string): readonly number[] | undefined {
  const value = ipv4Value(text)
  return value === undefined ? undefined : [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
}

const [zero, dot] = [48, 46]

/** The 32 bits of a dotted quad; the end of the text counts as one more dot. */
function ipv4Value(text: string): number | undefined {
  let [value, octet, digits, dots] = [0, 0, 0, 0]
  for (let i = 0; i <= text.length; i++) {
    const digit = (i < text.length ? text.charCodeAt(i) : dot) - zero
    if (digit >= 0 && digit <= 9) {
      octet = octet * 10 + digit
      digits++
    } else if (digit === dot - zero && digits > 0 && octet <= 255) {
      value = value * 256 + octet
      octet = 0
      digits = 0
      dots++
    } else return undefined
  }
  return dots === 4 ? value : undefined
}

function lengthAt(word: string, from: number): number | undefined {
  const text = word.slice(from)
  return /^\d{1,3}$/.test(text) ? Number(text) : undefined
}

function ipv6Groups(text: string): readonly number[] | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = [groupsOf(halves[0] ?? ''), groupsOf(halves[1] ?? '')]
  if (head === undefined || tail === undefined) return undefined
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  return [...head, ...Array.from({ length: missing }, () => 0), ...tail]
}

function groupsOf(text: string): readonly number[] | undefined {
  if (text === '') return []
  const groups: number[] = []
  for (const part of text.split(':')) {
    const octets = part.includes('.') ? ipv4Octets(part) : undefined
    if (octets !== undefined) {
      const [a = 0, b = 0, c = 0, d = 0] = octets
      groups.push(a * 256 + b, c * 256 + d)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16))
    else return undefined
  }
  return groups
}

/** RFC 5952. FRR writes the last 32 bits in hex, also those of an IPv4-mapped address. */
function formatted(groups: readonly number[] | undefined): string | undefined {
  if (groups === undefined) return undefined
  let [start, length] = [-1, 1]
  for (let i = 0; i < 8; i++) {
    let end = i
    while (end < 8 && groups[end] === 0) end++
    if (end - i > length) [start, length] = [i, end - i]
    if (end > i) i = end
  }
  const hex = groups.map((group) => group.toString(16))
  return start < 0 ? hex.join(':') : `${hex.slice(0, start).join(':')}::${hex.slice(start + length).join(':')}`
}
