import { onePerSlot } from './one-per-slot.ts'
import type { Router, Session } from './world.ts'

const sessionSlot =
  /^(timers(?= \d)|timers connect|timers delayopen|port|password|update-source|graceful-restart|shutdown|local-role)/
const familySlot =
  /^(?:(route-map|prefix-list|filter-list) \S+( in| out)$|(allowas-in|default-originate|maximum-prefix(?:-out)?(?= )|remove-private-AS|weight|soo|next-hop-self|advertise-map|unsuppress-map|attribute-unchanged))/
const notInEvpn =
  /^(?:prefix-list|filter-list|default-originate|maximum-prefix|remove-private|weight|soo|as-override|send-community|unsuppress|attribute|advertise-map|nexthop-local|addpath|disable-addpath|capability)/

export function writeSession(name: string, session: Session, router: Router): readonly string[] {
  const { remoteAs, hops, localAs, bfd, settings } = session
  const group = groupOf(name, session, router)
  const unnumbered = name.startsWith('eth')
  const takesHops = isEbgp(name, session, router) && group === undefined
  const peer = ` neighbor ${name}`
  // In a confederation, bgpd takes `internal` for another AS.
  const as = remoteAs === 'internal' && isConfederation(router) ? router.asn : remoteAs
  const about = group !== undefined ? `peer-group ${group}` : `remote-as ${as}`
  return [
    ...(name in router.groups ? [`${peer} peer-group`] : []),
    unnumbered ? `${peer} interface ${about}` : `${peer} ${about}`,
    ...(hops !== undefined && takesHops && !unnumbered ? [`${peer} ${hops}`] : []),
    ...(localAs && takesHops ? [`${peer} local-as 64999 no-prepend replace-as`] : []),
    ...onePerSlot(sessionSlot, settings)
      .filter((line) => !(unnumbered && /^(?:update-source|disable-connected-check|port|capability)/.test(line)))
      .filter((line) => !(name in router.groups && line.startsWith('port')))
      .filter((line) => !(line.startsWith('local-role') && !isEbgp(name, session, router)))
      // Of a peer-group, bgpd takes it only while there are members.
      .filter((line) => !(name in router.groups && line.endsWith(' strict-mode')))
      .map((line) => `${peer} ${line}`),
    ...(bfd === undefined ? [] : [`${peer} bfd`]),
    ...(bfd === undefined || bfd === 'bfd' ? [] : [`${peer} bfd profile ${bfd}`]),
  ]
}

export function writeFamily(name: string, session: Session, family: string, router: Router): readonly string[] {
  const own = session.families[family]
  if (own === undefined) return []
  const lines = onePerSlot(familySlot, own.lines)
    .filter((line) => !(family === 'l2vpn evpn' && notInEvpn.test(line)))
    .filter((line) => !(family === 'ipv6 unicast' && line.startsWith('prefix-list v4b')))
    .filter((line) => family === 'ipv6 unicast' || line !== 'nexthop-local unchanged')
    .filter((line) => isEbgp(name, session, router) || !/^(?:remove-private-AS|as-override)/.test(line))
    .filter((line) => isIbgp(name, session, router) || line !== 'route-reflector-client')
    // Members share what the peer-group has in memory, and bgpd (8.4 to 10.7) frees it with each of them.
    .filter((line) => !(name in router.groups && line.startsWith('soo ')))
  // Of a peer-group, bgpd shows it at the members too, but not at those that join later.
  return [
    ...(own.active === undefined ? [] : [`  ${own.active ? '' : 'no '}neighbor ${name} activate`]),
    ...lines.map((line) => `  neighbor ${name} ${line}`),
  ]
}

function isIbgp(name: string, session: Session, router: Router): boolean {
  const as = asOf(name, session, router)
  return as === 'internal' || as === String(router.asn)
}

/** Neither within the AS nor within its confederation. */
function isEbgp(name: string, session: Session, router: Router): boolean {
  const isMember = router.settings.includes(`bgp confederation peers ${asOf(name, session, router)}`)
  return !isIbgp(name, session, router) && !(isMember && isConfederation(router))
}

function isConfederation({ settings }: Router): boolean {
  return settings.some((line) => line.startsWith('bgp confederation identifier '))
}

/** In a group, the remote AS is that of the group. */
function asOf(name: string, session: Session, router: Router): string {
  const group = groupOf(name, session, router)
  return ((group === undefined ? undefined : router.groups[group]) ?? session).remoteAs
}

function groupOf(name: string, { group }: Session, { groups }: Router): string | undefined {
  return group !== undefined && group in groups && !(name in groups) ? group : undefined
}
