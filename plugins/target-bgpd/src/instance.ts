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
  return routers
    .filter(({ vrf, asn }, i) =>
      routers.slice(0, i).some((earlier) => earlier.asn !== asn && importsFrom(earlier, vrf)),
    )
    .map(({ asn, vrf }) => ({ asn, vrf }))
}

function importsFrom({ imports }: Router, vrf: string): boolean {
  return imports.some(({ value }) => value === vrf)
}
