/** Why a word is no such value, or undefined when it is one. */
export type Complaint = string | undefined

/** What stands for a value in FRR's notation. */
type Placeholder = {
  /** Which words are meant as such a value, right or wrong: others are another command, perhaps one that is not known here. */
  readonly looks: string
  /** What is wrong with a word that is meant as one. */
  readonly wrong?: (text: string) => Complaint
  /** One that FRR takes. */
  readonly example: string
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)
const ipv6 = '[0-9a-fA-F]*:[0-9a-fA-F:.]*'
const hex = '[0-9a-fA-F]{1,4}'

const address4 = (text: string): Complaint => (ipv4.test(text) ? undefined : `${text} is no IPv4 address`)
const address6 = (text: string): Complaint => (isIpv6(text) ? undefined : `${text} is no IPv6 address`)

const isLinkLocal = (text: string): boolean => /^fe[89ab]/i.test(text)
const linkLocal = (text: string): Complaint =>
  address6(text) ?? (isLinkLocal(text) ? undefined : `${text} is no link-local address`)
const global6 = (text: string): Complaint =>
  address6(text) ?? (isLinkLocal(text) ? `${text} is a link-local address` : undefined)

/** IPv6 with at most one `::`, the last 32 bits also as IPv4. */
function isIpv6(text: string): boolean {
  const plain = text.replace(/[^:]+$/, (last) => (ipv4.test(last) ? '0:0' : last))
  const halves = plain.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  if (halves.length > 2 || !groups.every((group) => new RegExp(`^${hex}$`).test(group))) return false
  return halves.length === 2 ? groups.length < 8 : groups.length === 8
}

function prefix(address: (text: string) => Complaint, longest: number): (text: string) => Complaint {
  return (text) => {
    const [before = '', length = ''] = text.split('/')
    const complaint = address(before)
    if (complaint !== undefined) return `${text} is no prefix: ${complaint}`
    return Number(length) <= longest ? undefined : `${text} is no prefix: longer than ${longest} bits`
  }
}

/** A number of an AS: 1 to 4294967295. */
const asn = range(1, 4_294_967_295)

function range(low: number, high: number): (text: string) => Complaint {
  return (text) => {
    const value = Number(text)
    return value >= low && value <= high ? undefined : `${text} is not between ${low} and ${high}`
  }
}

/** `65000:1`, `4200000000:1`, `192.0.2.1:1`: six bytes in all (RFC 4364). */
function extended(text: string): Complaint {
  const [, administrator = '', assigned = ''] = /^(.+):(\d+)$/.exec(text) ?? []
  const wide = administrator.includes('.') || Number(administrator) > 65_535
  const complaint = administrator.includes('.') ? address4(administrator) : range(0, 4_294_967_295)(administrator)
  return complaint ?? range(0, wide ? 65_535 : 4_294_967_295)(assigned)
}

function parts(...highest: readonly number[]): (text: string) => Complaint {
  return (text) => {
    const bad = text.split(':').find((part, i) => Number(part) > (highest[i] ?? 0))
    return bad === undefined ? undefined : `${bad} in ${text} is more than ${highest[0]}`
  }
}

/** FRR takes one word of 80 letters at most. What is wrong is told without the word. */
function password(text: string): Complaint {
  if (text.includes(' ')) return 'a password with a blank in it'
  return text.length > 80 ? 'a password of more than 80 letters' : undefined
}

const wellKnown =
  'internet|graceful-shutdown|accept-own-nexthop|accept-own|route-filter-translated-v4|route-filter-v4|' +
  'route-filter-translated-v6|route-filter-v6|llgr-stale|no-llgr|blackhole|no-export|no-advertise|local-AS|no-peer'

/** By their names in the notation. */
const placeholders: Readonly<Record<string, Placeholder>> = {
  'A.B.C.D': { looks: '\\d+\\.[\\d.]*', wrong: address4, example: '192.0.2.77' },
  'X:X::X:X': { looks: ipv6, wrong: address6, example: '2001:db8::77' },
  'A.B.C.D/M': { looks: '[\\d.]+/\\d+', wrong: prefix(address4, 32), example: '198.51.100.0/24' },
  'X:X::X:X/M': { looks: '[0-9a-fA-F:.]+/\\d+', wrong: prefix(address6, 128), example: '2001:db8:5::/48' },
  GLOBAL_IPV6: { looks: ipv6, wrong: global6, example: '2001:db8::77' },
  LINK_LOCAL: { looks: ipv6, wrong: linkLocal, example: 'fe80::77' },
  ASNUM: { looks: '\\d+', wrong: asn, example: '64999' },
  'ASN:NN': { looks: '[\\d.]+:\\d+', wrong: extended, example: '64512:7' },
  'AA:NN': { looks: `(?:\\d+:\\d+|${wellKnown})`, wrong: parts(65_535, 65_535), example: '64500:7' },
  'AA:BB:CC': {
    looks: '\\d+:\\d+:\\d+',
    wrong: parts(4_294_967_295, 4_294_967_295, 4_294_967_295),
    example: '64500:1:2',
  },
  RT: { looks: '[\\d.*]+:\\d+', wrong: extended, example: '64512:7' },
  // The rest of the line.
  LINE: { looks: '.+', example: 'some words' },
  PASSWORD: { looks: '.+', wrong: password, example: 's3cret' },
  REGEX: { looks: '.+', example: '^65001_' },
  WORD: { looks: '\\S+', example: 'x' },
  FILENAME: { looks: '\\S+', example: '/var/log/frr/frrkit-example.log' },
  IFNAME: { looks: '\\S+', example: 'eth0' },
  VRFNAME: { looks: '\\S+', example: 'red' },
  BFDPROF: { looks: '\\S+', example: 'fast' },
  PGNAME: { looks: '\\S+', example: 'fabric' },
  RMAP_NAME: { looks: '\\S+', example: 'policy' },
  PREFIXLIST4_NAME: { looks: '\\S+', example: 'prefixes' },
  PREFIXLIST6_NAME: { looks: '\\S+', example: 'prefixes' },
  ACCESSLIST_NAME: { looks: '\\S+', example: 'access' },
  AS_PATH_FILTER_NAME: { looks: '\\S+', example: 'paths' },
  COMMUNITY_LIST_NAME: { looks: '\\S+', example: 'communities' },
  // What neighbor it is, the lines around tell.
  PEER: { looks: '\\S+', example: '192.0.2.1' },
}

const numbers = /^\((-?\d+)-(-?\d+)\)$/

/** The words that are meant as a value of that name: a pattern without groups. */
export function looksOf(name: string): string {
  return numbers.test(name) ? '-?\\d+' : placeholderOf(name).looks
}

export function complaintOf(name: string, text: string): Complaint {
  const [, low, high] = numbers.exec(name) ?? []
  return low === undefined ? placeholderOf(name).wrong?.(text) : range(Number(low), Number(high))(text)
}

/** Values that FRR takes: the lowest and the highest number, or the one example. */
export function exampleValues(name: string): readonly string[] {
  const [, low, high] = numbers.exec(name) ?? []
  return low === undefined || high === undefined ? [placeholderOf(name).example] : [low, high]
}

function placeholderOf(name: string): Placeholder {
  const placeholder = placeholders[name]
  if (placeholder === undefined) throw new Error(`BUG: no placeholder ${name}`)
  return placeholder
}
