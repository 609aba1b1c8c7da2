import { type ContextKind, isSince, type Release } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { withoutNo } from './know.ts'

/** What of a route-map bgpd has no command for. */
const ofZebraAlone = /^(?:set src |match ip(?:v6)? (?:address|next-hop) prefix-len |match source-instance )/

export function isOfZebraAlone(line: string): boolean {
  return ofZebraAlone.test(line)
}

/** From 10 on, mgmtd takes what zebra and staticd took before, and passes it on to them. */
type Taker = DaemonName | 'zebra or mgmtd' | 'staticd or mgmtd' | 'the forwarder' | 'all' | 'all for the log' | 'vtysh'

const ofKind: Partial<Readonly<Record<ContextKind, Taker>>> = {
  'router-bgp': 'bgpd',
  'address-family': 'bgpd',
  evpn: 'bgpd',
  'evpn-vni': 'bgpd',
  'route-map': 'bgpd',
  bfd: 'bfdd',
  'bfd-profile': 'bfdd',
  'bfd-peer': 'bfdd',
  interface: 'zebra or mgmtd',
  'line-vty': 'all',
}

const ofTop: readonly (readonly [RegExp, Taker])[] = [
  [/^(?:router bgp |bgp |debug bgp |route-map |(?:ip |ipv6 |mac )?(?:prefix-list|access-list) )/, 'bgpd'],
  [/^(?:bfd$|debug bfd )/, 'bfdd'],
  [/^(?:debug )?zebra /, 'zebra'],
  [/^ip(?:v6)? forwarding$/, 'the forwarder'],
  [/^(?:vrf |vni |interface |ip(?:v6)? (?:nht|protocol|router-id) )/, 'zebra or mgmtd'],
  [/^debug static /, 'staticd'],
  [/^ip(?:v6)? route /, 'staticd or mgmtd'],
  [/^(?:hostname |(?:enable )?password |service (?!integrated-)|line vty$)/, 'all'],
  [/^log /, 'all for the log'],
  [/^(?:frr |service integrated-vtysh-config$)/, 'vtysh'],
]

/**
 * The daemons that a line goes to; none for what vtysh keeps to itself. Policy goes to bgpd alone: it needs no other, and
 * each that has it takes seconds for ten thousand prefixes.
 */
export function daemonsOf(kind: ContextKind, line: string, release: Release): readonly DaemonName[] {
  const hasMgmtd = isSince(release, 10, 0)
  const taker = takerOf(kind, withoutNo(line))
  switch (taker) {
    case undefined:
    case 'vtysh':
      return []
    case 'all':
      return [...(hasMgmtd ? (['mgmtd'] as const) : []), 'zebra', 'bgpd', 'bfdd', 'staticd']
    case 'all for the log':
      return logsOnItsOwn(release) ? daemonsOf('top', 'hostname ', release) : ['mgmtd', 'bgpd', 'bfdd']
    case 'zebra or mgmtd':
      return [hasMgmtd ? 'mgmtd' : 'zebra']
    case 'the forwarder':
      // Of 10.7.1 and 10.3 that is known; the log goes another way from 10.5 on.
      return [isSince(release, 10, 5) ? 'mgmtd' : 'zebra']
    case 'staticd or mgmtd':
      return [hasMgmtd ? 'mgmtd' : 'staticd']
    default:
      return [taker]
  }
}

/** The daemons whose running configuration tells about the log of all. */
export function daemonsThatShowLog(release: Release): readonly DaemonName[] {
  return logsOnItsOwn(release) ? daemonsOf('top', 'log ', release) : ['mgmtd']
}

/** From 10.5 on, mgmtd tells those that it speaks for, and they know no such command any more. */
function logsOnItsOwn(release: Release): boolean {
  return !isSince(release, 10, 5)
}

function takerOf(kind: ContextKind, line: string): Taker | undefined {
  if (kind === 'vrf') return /^ip(?:v6)? route /.test(line) ? 'staticd or mgmtd' : 'zebra or mgmtd'
  if (kind === 'route-map' && isOfZebraAlone(line)) return 'zebra or mgmtd'
  return kind === 'top' ? ofTop.find(([pattern]) => pattern.test(line))?.[1] : ofKind[kind]
}
