import type { Context } from './frr-text.ts'
import { hasLine } from './lines-of.ts'
import { peerGroupOf } from './neighbors.ts'

type Around = ReadonlyMap<string, Context>

/** A member of a peer-group does what the group does. */
export function isActiveByDefault(family: Context, [name = '']: readonly string[], all: Around): boolean {
  const [opener = '', ofFamily] = family.path
  const router = all.get(opener)
  const group = groupOfMember(family, name, all)
  if (group !== undefined) {
    if (hasLine(family, `neighbor ${group} activate`)) return true
    if (hasLine(family, `no neighbor ${group} activate`)) return false
  }
  const byDefault = ofFamily?.replace(/^address-family (\S+) /, 'bgp default $1-') ?? ''
  return byDefault === 'bgp default ipv4-unicast' ? !hasLine(router, `no ${byDefault}`) : hasLine(router, byDefault)
}

export function isOfItsGroup(context: Context, [name = '', setting = '']: readonly string[], all: Around): boolean {
  const group = groupOfMember(context, name, all)
  return group !== undefined && hasLine(context, `neighbor ${group} ${setting}`)
}

/** A group is none of its own members. */
function groupOfMember({ path }: Context, name: string, all: Around): string | undefined {
  const router = all.get(path[0] ?? '')
  const group = router && peerGroupOf(router, name)
  return group === name ? undefined : group
}

/**
 * A VNI without route targets has the one that bgpd derives (RFC 8365 §5.1.2.1: the AS, its last two bytes that is, and
 * the VNI), and naming that one alone changes nothing.
 */
export function isDerived({ path, lines }: Context, [direction = '', target = '']: readonly string[]): boolean {
  const asn = Number(/^router bgp (\d+)/.exec(path[0] ?? '')?.[1])
  const vni = path[2]?.split(' ')[1]
  if (target !== `${asn & 0xffff}:${vni}`) return false
  return lines.filter((line) => line.startsWith(`route-target ${direction} `)).length === 1
}
