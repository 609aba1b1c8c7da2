import {
  type Check,
  isAggregate4,
  isAggregate6,
  isAsn,
  isAsPathExpression,
  isColor,
  isCommunity,
  isDistinguisher,
  isExpression,
  isExtended,
  isHostname,
  isInterfaceAddress4,
  isIpv4,
  isIpv6,
  isLargeCommunity,
  isLinkLocal,
  isListWord,
  isNetwork6,
  isNextHop4,
  isNextHop6,
  isOptionalAttribute,
  isPassword,
  isPrefix4,
  isPrefix6,
  isSource6,
  name,
  range,
} from './values.ts'

/** What stands for a value in FRR's notation. */
type Placeholder = {
  /** Which words are meant as such a value, right or wrong: others are another command, perhaps one that is not known here. */
  readonly looks: string
  readonly is?: Check
  /** One that FRR takes. */
  readonly example: string
}

const word = '\\S+'
const rest = '.+'
const address4 = '\\d+\\.[\\d.]*'
const address6 = '[0-9a-fA-F]*:[0-9a-fA-F:.]*'
const community =
  '(?:\\d+:\\d+|internet|graceful-shutdown|accept-own-nexthop|accept-own|route-filter-translated-v4|route-filter-v4|' +
  'route-filter-translated-v6|route-filter-v6|llgr-stale|no-llgr|blackhole|no-export|no-advertise|local-AS|no-peer)'

/** By their names in the notation. */
const placeholders: Readonly<Record<string, Placeholder>> = {
  'A.B.C.D': { looks: address4, is: isIpv4, example: '192.0.2.77' },
  'X:X::X:X': { looks: address6, is: isIpv6, example: '2001:db8::77' },
  'A.B.C.D/M': { looks: '[\\d.]+/\\d+', is: isPrefix4, example: '198.51.100.0/24' },
  'ADDRESS/M': { looks: '[\\d.]+/\\d+', is: isInterfaceAddress4, example: '192.0.2.9/24' },
  'X:X::X:X/M': { looks: `${address6}/\\d+`, is: isPrefix6, example: '2001:db8:5::/48' },
  'NETWORK6/M': { looks: `${address6}/\\d+`, is: isNetwork6, example: '2001:db8:5::/48' },
  'AGGREGATE/M': { looks: '[\\d.]+/\\d+', is: isAggregate4, example: '198.51.100.0/24' },
  'AGGREGATE6/M': { looks: `${address6}/\\d+`, is: isAggregate6, example: '2001:db8:5::/48' },
  NEXT_HOP: { looks: address4, is: isNextHop4, example: '192.0.2.77' },
  NEXT_HOP6: { looks: address6, is: isNextHop6, example: '2001:db8::77' },
  SOURCE6: { looks: address6, is: isSource6, example: '2001:db8::77' },
  LINK_LOCAL: { looks: address6, is: isLinkLocal, example: 'fe80::77' },
  ASNUM: { looks: '\\d+', is: isAsn, example: '64999' },
  'ASN:NN': { looks: '[\\d.]+:\\d+', is: isExtended, example: '64512:7' },
  RD: { looks: '\\S+', is: isDistinguisher, example: '64512:7' },
  // bgpd does without none of the first ones, and says so.
  ATTRIBUTE: { looks: '\\d+', is: isOptionalAttribute, example: '32' },
  COLOR: { looks: '\\S+', is: isColor, example: '01:7' },
  // Whatever the AS.
  WILDCARD: { looks: '\\*:\\d+', example: '*:7' },
  'AA:NN': { looks: community, is: isCommunity, example: '64500:7' },
  'AA:BB:CC': { looks: '\\d+:\\d+:\\d+', is: isLargeCommunity, example: '64500:1:2' },

  // More, or less, than it is.
  RELATIVE: { looks: '[+-][1-9]\\d*', example: '+5' },

  // The rest of the line.
  LINE: { looks: rest, example: 'some words' },
  PASSWORD: { looks: rest, is: isPassword, example: 's3cret' },
  REGEX: { looks: rest, is: isExpression, example: '64500:.*' },
  AS_PATH: { looks: rest, is: isAsPathExpression, example: '^65001_' },

  WORD: { looks: word, example: 'x' },
  // What neighbor it is, the lines around tell.
  PEER: { looks: word, example: '192.0.2.1' },
  HOSTNAME: { looks: word, is: isHostname, example: 'node-1' },
  FILENAME: { looks: word, example: '/var/log/frr/frrkit-example.log' },
  IFNAME: { looks: word, example: 'eth0' },
  VRFNAME: { looks: word, example: 'red' },
  BFDPROF: { looks: word, is: name(63), example: 'fast' },
  // One byte more than bgpd keeps of it.
  PROFILE_NAME: { looks: word, is: name(64), example: 'fast' },
  PGNAME: { looks: word, example: 'fabric' },
  RMAP_NAME: { looks: word, example: 'policy' },
  LIST_NAME: { looks: word, is: name(128), example: 'prefixes' },
  LIST_WORD: { looks: word, is: isListWord, example: 'communities' },
  COMMUNITY_LIST_NAME: { looks: word, example: 'communities' },
}

const numbers = /^\((\d+)-(\d+)\)$/

/** The words that are meant as a value of that name: a pattern without groups. */
export function looksOf(value: string): string {
  return numbers.test(value) ? '\\d+' : placeholderOf(value).looks
}

/** What tells the wrong ones; undefined where all are right. */
export function checkOf(value: string): Check | undefined {
  const [, low, high] = numbers.exec(value) ?? []
  return low === undefined ? placeholderOf(value).is : range(Number(low), Number(high))
}

/** Values that FRR takes: the lowest and the highest number, or the one example. */
export function exampleValues(value: string): readonly string[] {
  const [, low, high] = numbers.exec(value) ?? []
  return low === undefined || high === undefined ? [placeholderOf(value).example] : [low, high]
}

function placeholderOf(value: string): Placeholder {
  const placeholder = placeholders[value]
  if (placeholder === undefined) throw new Error(`BUG: no placeholder ${value}`)
  return placeholder
}
