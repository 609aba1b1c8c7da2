import { onePerSlot } from './one-per-slot.ts'
import type { Router, Session } from './world.ts'

const sessionSlot =
  /^(timers(?= \d)|timers connect|timers delayopen|port|password|update-source|graceful-restart|shutdown|local-role)/
const familySlot =
  /^(?:(route-map|prefix-list|filter-list) \S+( in| out)$|(allowas-in|default-originate|maximum-prefix(?:-out)?(?= )|remove-private-AS|weight|next-hop-self|unsuppress-map|attribute-unchanged))/
const notInEvpn =
  /^(?:prefix-list|filter-list|default-originate|maximum-prefix|remove-private|weight|as-override|send-community|unsuppress|attribute|addpath|disable-addpath|capability)/

export function writeSession(name: string, session: Session, router: Router): readonly string[] {
  const { remoteAs, hops, localAs, bfd, settings } = session
  const group = groupOf(name, session, router)
  const unnumbered = name.startsWith('eth')
  const takesHops = !isIbgp(name, session, router) && group === undefined
  const peer = ` neighbor ${name}`
  const about = group !== undefined ? `peer-group ${group}` : `remote-as ${remoteAs}`
  return [
    ...(name in router.groups ? [`${peer} peer-group`] : []),
    unnumbered ? `${peer} interface ${about}` : `${peer} ${about}`,
    ...(hops !== undefined && takesHops && !unnumbered ? [`${peer} ${hops}`] : []),
    ...(localAs && takesHops ? [`${peer} local-as 64999 no-prepend replace-as`] : []),
    ...onePerSlot(sessionSlot, settings)
      .filter((line) => !(unnumbered && /^(?:update-source|disable-connected-check|port|capability)/.test(line)))
      // What 8.4 makes of graceful-restart in a peer-group depends on what was there before, once in a thousand changes.
      .filter((line) => !(name in router.groups && /^(?:port|graceful-restart)/.test(line)))
      .filter((line) => !(line.startsWith('local-role') && isIbgp(name, session, router)))
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
  const ibgp = isIbgp(name, session, router)
  const lines = onePerSlot(familySlot, own.lines)
    .filter((line) => !(family === 'l2vpn evpn' && notInEvpn.test(line)))
    .filter((line) => !(family === 'ipv6 unicast' && line.startsWith('prefix-list v4b')))
    .filter((line) => !(ibgp && /^(?:remove-private-AS|as-override)/.test(line)))
    .filter((line) => !(!ibgp && line === 'route-reflector-client'))
    // Of a peer-group, bgpd shows it at the members too, but not at those that join later.
    .filter((line) => !(name in router.groups && line === 'disable-addpath-rx'))
  return [
    ...(own.active === undefined ? [] : [`  ${own.active ? '' : 'no '}neighbor ${name} activate`]),
    ...lines.map((line) => `  neighbor ${name} ${line}`),
  ]
}

/** In a group, the remote AS is that of the group. */
function isIbgp(name: string, session: Session, router: Router): boolean {
  const group = groupOf(name, session, router)
  const { remoteAs } = (group === undefined ? undefined : router.groups[group]) ?? session
  return remoteAs === 'internal' || remoteAs === String(router.asn)
}

function groupOf(name: string, { group }: Session, { groups }: Router): string | undefined {
  return group !== undefined && group in groups && !(name in groups) ? group : undefined
}
