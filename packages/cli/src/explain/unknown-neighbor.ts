import type { Problem } from '@frrkit/model'
import { unheardDefinitions } from './explain-neighbor.ts'
import { inVrf, type Known } from './known.ts'

/** Nobody can say anything of a neighbor that is not there, but who would define it, and which ones there are. */
export function unknownNeighbor(name: string, known: Known, vrf: string | undefined): Problem {
  const there = known.model.routers.flatMap((router) =>
    router.neighbors.map((neighbor) => `${neighbor.name}${inVrf(router.vrf)}`),
  )
  return {
    code: 'cli/unknown-neighbor',
    severity: 'error',
    subject: `neighbor ${name}${vrf === undefined ? '' : inVrf(vrf)}`,
    field: '',
    reason: 'no object that speaks on this node defines it',
    evidence: unheardDefinitions(name, known, vrf).map(({ because, origin }) => ({ says: because, origin })),
    help: there.length === 0 ? 'there are no neighbors on this node' : `there are ${there.join(', ')}`,
  }
}
