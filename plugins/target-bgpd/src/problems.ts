import type { FrrModel, Problem } from '@frrkit/model'
import { advertisedProperties } from './advertise.ts'
import { namesOf } from './names.ts'
import { routeMapEntries } from './sequence.ts'

const most = routeMapEntries.lastProperty

/** What a model may say and frr.conf cannot: more properties for one neighbor than its route-map has entries. */
export function problemsOf({ routers }: FrrModel): readonly Problem[] {
  return routers.flatMap(({ vrf, neighbors }) =>
    neighbors.flatMap((neighbor): readonly Problem[] => {
      const entries = advertisedProperties(namesOf(vrf, neighbor).id, neighbor).length
      if (entries <= most) return []
      return [
        {
          code: 'bgpd/too-many-properties',
          severity: 'error',
          subject: `neighbor ${neighbor.name}${vrf === '' ? '' : ` (vrf ${vrf})`}`,
          field: 'toAdvertise',
          reason: `${entries} local preferences and communities, and its route-map has room for ${most}`,
          evidence: neighbor.origins.map((origin) => ({ origin, says: 'defines the neighbor' })),
          help: 'use fewer different values for this neighbor; each counts once for IPv4 and once for IPv6',
        },
      ]
    }),
  )
}
