import { Type } from 'typebox'
import { exportRouteTargetRules, importRouteTargetRules, routeDistinguisherRules } from './route-target-rules.ts'
import { type CelRule, celKeyword, oneOf } from './schema.ts'

const administratorText = (description: string, rules: readonly CelRule[]) =>
  Type.String({ maxLength: 21, description, [celKeyword]: rules })

const vniProperties = {
  vni: Type.Integer({ format: 'int32', minimum: 1, maximum: 16_777_215, description: 'VXLAN network identifier.' }),
  rd: Type.Optional(
    administratorText('Route distinguisher, `ADMIN:NUMBER`. FRR derives one when absent.', routeDistinguisherRules),
  ),
  importRTs: Type.Optional(
    Type.Array(administratorText('Route target, `ADMIN:NUMBER` or `*:NUMBER`.', importRouteTargetRules), {
      maxItems: 100,
      description: 'Route targets to import. FRR derives them when absent.',
    }),
  ),
  exportRTs: Type.Optional(
    Type.Array(administratorText('Route target, `ADMIN:NUMBER`.', exportRouteTargetRules), {
      maxItems: 100,
      description: 'Route targets to export. FRR derives them when absent.',
    }),
  ),
}

const l2vni = Type.Object(vniProperties, { description: 'A layer 2 VNI.' })

const l3vni = Type.Object(
  {
    ...vniProperties,
    advertisePrefixes: Type.Array(oneOf(['unicast']), {
      minItems: 1,
      maxItems: 1,
      description: 'Which prefixes of the VRF become type 5 routes.',
    }),
  },
  { description: 'A layer 3 VNI.' },
)

export const evpnSchema = Type.Object(
  {
    advertiseVNIs: Type.Optional(
      oneOf(['Disabled', 'All'], { description: 'Whether all local VNIs are advertised. Absent means `Disabled`.' }),
    ),
    advertiseSVI: Type.Optional(
      Type.Boolean({ description: 'Advertise the addresses of the switched virtual interfaces as type 2 routes.' }),
    ),
    l2vnis: Type.Optional(
      Type.Array(l2vni, { maxItems: 10, description: 'Layer 2 VNIs. The router needs a neighbor with family `evpn`.' }),
    ),
    l3vni: Type.Optional(l3vni),
  },
  { description: 'EVPN of this router (RFC 7432, RFC 9136).' },
)
