import { communitySet } from './communities.ts'
import type { ContextKind } from './contexts.ts'
import { canonicalAddress, canonicalIp, classfulLength, maskLength } from './ip.ts'
import { inOrder, shownOrder } from './option-order.ts'
import { spellStaticRoute } from './static-route.ts'

/** One meaning, several spellings: FRR takes all and shows one, not the same in every version. */
type Spelling = {
  readonly in: ContextKind
  readonly written: RegExp
  readonly meant: string | ((all: string, ...groups: string[]) => string)
}

/** A third of the hold time at most: bgpd sends keepalives that often, and shows that. */
function effectiveTimers(line: string, command: string, keepalive: string, hold: string): string {
  // FRR refuses it, and should not be told something else.
  if (Math.max(Number(keepalive), Number(hold)) > 65_535) return line
  return `${command} ${Math.min(Number(keepalive), Math.floor(Number(hold) / 3))} ${hold}`
}

function minutesAndSeconds(line: string, minutes: string, seconds: string | undefined): string {
  // As above.
  if (Number(minutes) > 35_791 || Number(seconds ?? 0) > 2_147_483) return line
  const all = Number(minutes) * 60 + Number(seconds ?? 0)
  return `exec-timeout ${Math.floor(all / 60)} ${all % 60}`
}

/** Each once, the lowest first. */
function numbersInOrder(_: string, command: string, numbers: string): string {
  const sorted = [...new Set(numbers.split(' ').map(Number))].toSorted((one, other) => one - other)
  return `${command} ${sorted.join(' ')}`
}

/** Replacements as in `String.replace`; a line feed in `meant` makes several lines. Applied in this order. */
const spellings: readonly Spelling[] = [
  // `router bgp 65001 vrf default` is the default instance.
  { in: 'router-bgp', written: /^(router bgp \S+) vrf default$/, meant: '$1' },
  { in: 'address-family', written: /^(address-family ipv[46])$/, meant: '$1 unicast' },
  // 8.4 and 10.x show the number that they take for granted.
  { in: 'router-bgp', written: /^(neighbor \S+ ebgp-multihop) 255$/, meant: '$1' },
  { in: 'router-bgp', written: /^(neighbor \S+) enforce-multihop$/, meant: '$1 disable-connected-check' },
  { in: 'router-bgp', written: /^(neighbor \S+ timers|timers bgp) (\d+) (\d+)$/, meant: effectiveTimers },
  { in: 'address-family', written: /^(neighbor \S+ allowas-in) 3$/, meant: '$1' },
  {
    in: 'address-family',
    written: /^(network \S+)((?: \S+){2,})$/,
    meant: inOrder(shownOrder.network),
  },
  {
    in: 'address-family',
    written: /^(redistribute (?:(?:ospf|table|table-direct) \d+|\S+))((?: \S+){4})$/,
    meant: inOrder(shownOrder.redistribute),
  },
  {
    in: 'address-family',
    written: /^(aggregate-address [\da-f.:]+\/\d+)((?: \S+){2,})$/,
    meant: inOrder(shownOrder['aggregate-address']),
  },
  ...(['address-family', 'evpn'] as const).map((kind) => ({
    in: kind,
    written: /^(neighbor \S+ attribute-unchanged)((?: \S+){2,})$/,
    meant: inOrder(shownOrder['attribute-unchanged']),
  })),
  { in: 'address-family', written: /^((?:no )?)route-target vpn /, meant: '$1rt vpn ' },
  { in: 'address-family', written: /^((?:no )?rt vpn) both (.+)$/, meant: '$1 import $2\n$1 export $2' },
  { in: 'evpn', written: /^(neighbor \S+ attribute-unchanged)$/, meant: '$1 as-path next-hop med' },
  { in: 'router-bgp', written: /^(neighbor \S+ path-attribute \S+) (\d[\d ]*)$/, meant: numbersInOrder },
  { in: 'router-bgp', written: /^(neighbor \S+ shutdown rtt \d+)$/, meant: '$1 count 1' },
  { in: 'router-bgp', written: /^(bgp bestpath med) missing-as-worst confed$/, meant: '$1 confed missing-as-worst' },
  { in: 'router-bgp', written: /^(bgp bestpath as-path multipath-relax) no-as-set$/, meant: '$1' },
  { in: 'route-map', written: /^(match evpn route-type) 1$/, meant: '$1 ead' },
  { in: 'route-map', written: /^(match evpn route-type) 2$/, meant: '$1 macip' },
  { in: 'route-map', written: /^(match evpn route-type) 3$/, meant: '$1 multicast' },
  { in: 'route-map', written: /^(match evpn route-type) 4$/, meant: '$1 es' },
  { in: 'route-map', written: /^(match evpn route-type) 5$/, meant: '$1 prefix' },
  { in: 'route-map', written: /^(match ipv6 next-hop) (?=[\da-fA-F]*:)/, meant: '$1 address ' },
  { in: 'address-family', written: /^(neighbor \S+ attribute-unchanged)$/, meant: '$1 as-path next-hop med' },
  { in: 'evpn', written: /^(neighbor \S+ allowas-in) 3$/, meant: '$1' },
  { in: 'address-family', written: /^(neighbor \S+ maximum-prefix \d+) 75\b/, meant: '$1' },
  { in: 'evpn', written: /^route-target both (\S+)$/, meant: 'route-target import $1\nroute-target export $1' },
  { in: 'evpn-vni', written: /^route-target both (\S+)$/, meant: 'route-target import $1\nroute-target export $1' },
  { in: 'route-map', written: /^continue$/, meant: 'on-match next' },
  { in: 'route-map', written: /^continue (\d+)$/, meant: 'on-match goto $1' },
  { in: 'top', written: /^debug bgp updates$/, meant: 'debug bgp updates in\ndebug bgp updates out' },
  { in: 'interface', written: /^(ipv6 nd ra-interval) msec (\d+)000$/, meant: '$1 $2' },
  // The level that a destination of log lines has when none is named.
  { in: 'top', written: /^(log (?:stdout|syslog|(?:filtered-)?file \S+)) debugging$/, meant: '$1' },
  { in: 'top', written: /^ip (as-path access-list|(?:large-|ext)?community-list) /, meant: 'bgp $1 ' },
  { in: 'top', written: /^((?:no )?)router-id /, meant: '$1ip router-id ' },
  { in: 'vrf', written: /^((?:no )?)router-id /, meant: '$1ip router-id ' },
  { in: 'line-vty', written: /^exec-timeout (\d+)(?: (\d+))?$/, meant: minutesAndSeconds },
  { in: 'top', written: /^(?:no )?ip(?:v6)? route .+$/, meant: spellStaticRoute },
  { in: 'vrf', written: /^(?:no )?ip(?:v6)? route .+$/, meant: spellStaticRoute },
]

const spellingsIn = Map.groupBy(spellings, (spelling) => spelling.in)

/** Lines that end in words which FRR keeps as they are. */
const freeText =
  /^(?:no )?(?:description|banner|password|enable password|username|key-string|log file|hostname|domainname|bgp as-path access-list|neighbor \S+ (?:description|password|shutdown message))\b/

const interfaceAddress = /^(?:no )?ip(?:v6)? address /

/** The one spelling of a line of that kind of context; usually one line. */
export function spell(kind: ContextKind, line: string): readonly string[] {
  if (kind === 'address-family' && isPlainNetwork(line)) return [`network ${canonicalIp(line.slice(8))}`]
  const spelled = (spellingsIn.get(kind) ?? []).reduce(
    (text, { written, meant }) => replace(text, written, meant),
    line,
  )
  return freeText.test(spelled) ? [spelled] : spelled.split('\n').map((text) => spellWords(kind, text))
}

/** `network 10.0.0.0/8`, and nothing else about it: there may be ten thousand of them. */
function isPlainNetwork(line: string): boolean {
  return line.startsWith('network ') && line.includes('/') && !line.includes(' ', 8)
}

// Two overloads of the library, one call of ours.
function replace(text: string, written: RegExp, meant: Spelling['meant']): string {
  return typeof meant === 'string' ? text.replace(written, meant) : text.replace(written, meant)
}

const setCommunity = 'set community '

function spellWords(kind: ContextKind, line: string): string {
  if (kind === 'route-map' && line.startsWith(setCommunity)) {
    return `${setCommunity}${communitySet(line.slice(setCommunity.length))}`
  }
  const prefixed = line.includes('/') ? line : withLengths(line)
  if (!/[:/]/.test(prefixed)) return prefixed
  const spellIp = kind === 'interface' && interfaceAddress.test(prefixed) ? canonicalAddress : canonicalIp
  return prefixed.split(' ').map(spellIp).join(' ')
}

/** `network 10.0.0.0`, `ip route 10.0.0.0 255.0.0.0 …`: prefixes as they were written before there were lengths. */
function withLengths(line: string): string {
  return line
    .replace(
      /^((?:no )?(?:network|aggregate-address|ip route) )([\d.]+)(?: mask)? (255[\d.]*|0\.0\.0\.0)(?= |$)/,
      lengthOfMask,
    )
    .replace(/^((?:no )?network )([\d.]+)(?= |$)(?! mask)/, lengthOfClass)
}

function lengthOfMask(all: string, command: string, address: string, mask: string): string {
  const length = maskLength(mask)
  return length === undefined ? all : `${command}${address}/${length}`
}

function lengthOfClass(all: string, command: string, address: string): string {
  const length = classfulLength(address)
  return length === undefined ? all : `${command}${address}/${length}`
}
