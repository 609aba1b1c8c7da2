const opener = /^router bgp \d+(?: vrf (\S+))?$/
const unicast = /^address-family (ipv[46]) unicast$/

/** How a `show bgp` names the table of the unicast family that these lines lead into: `vrf red ipv4 unicast`. */
export function tableOf(context: readonly string[]): string | undefined {
  const [router = '', family = ''] = context
  if (context.length !== 2 || !opener.test(router) || !unicast.test(family)) return undefined
  return `${inVrf(router)}${family.replace('address-family ', '')}`
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
