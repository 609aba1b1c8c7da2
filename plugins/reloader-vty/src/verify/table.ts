const opener = /^router bgp \d+(?: vrf (\S+))?$/
const unicast = /^address-family (ipv[46]) unicast$/

/**
 * What asks for the table of the unicast family that these lines lead into: `show bgp vrf red ipv6 unicast`. FRR finds
 * the older words for IPv4 in half the time.
 */
export function showTable(context: readonly string[]): string | undefined {
  const [router = '', family = ''] = context
  const version = unicast.exec(family)?.[1]
  if (context.length !== 2 || !opener.test(router) || version === undefined) return undefined
  const vrf = inVrf(router).trimEnd()
  return (version === 'ipv4' ? ['show ip bgp', vrf] : ['show bgp', vrf, 'ipv6 unicast']).filter(Boolean).join(' ')
}

/** What the JSON of a neighbor calls the family; empty for the router itself, undefined for any other place. */
export function familyOf(context: readonly string[]): string | undefined {
  const [router = '', family] = context
  if (!opener.test(router) || context.length > 2) return undefined
  if (family === undefined) return ''
  const version = unicast.exec(family)?.[1]
  return version && `${version}Unicast`
}

/** `vrf red `, or nothing for the default one. */
export function inVrf(router: string): string {
  const vrf = opener.exec(router)?.[1]
  return vrf === undefined ? '' : `vrf ${vrf} `
}
