import type { Router } from '@frrkit/model'

/**
 * bgpd makes an instance of its own when it reads `import vrf` of a VRF that has none yet, gives it the AS of the router
 * that imports, and then refuses the block of that VRF for its other AS. So those are opened before.
 */
export const instanceTemplate = `\
router bgp {{asn}} vrf {{vrf}}
`

export type InstanceView = { readonly asn: number; readonly vrf: string }

/** VRFs from which a router of another AS imports before their own block comes. */
export function instanceViews(routers: readonly Router[]): readonly InstanceView[] {
  const importing = new Map<string, Set<number>>()
  return routers.flatMap(({ vrf, asn, imports }) => {
    const isAnother = [...(importing.get(vrf) ?? [])].some((other) => other !== asn)
    for (const { value } of imports) importing.set(value, (importing.get(value) ?? new Set()).add(asn))
    return isAnother ? [{ asn, vrf }] : []
  })
}
