import type { Problem } from '@frrkit/model'
import type { NeighborClaims } from '../lower/neighbor.ts'
import type { AllClaims } from './all-claims.ts'

/**
 * The prefix-lists and route-maps of a neighbor carry its name and its VRF, joined by a hyphen; raw snippets of users
 * know those names, so they cannot change. Interface `eth0-red` and interface `eth0` of VRF `red` would filter each
 * other's routes. Blocked prefixes are in a list named for the neighbor and `-denied`.
 */
export function ambiguousNames({ neighbors, alwaysBlocks }: AllClaims): readonly Problem[] {
  const owners = Map.groupBy(neighbors, listPrefix)
  return [...owners].flatMap(([name, group]) => {
    const denied = alwaysBlocks ? (owners.get(`${name}-denied`) ?? []) : []
    const all = [...group, ...denied]
    return new Set(all.map(({ subject }) => subject)).size > 1 ? [problem(name, all)] : []
  })
}

function listPrefix({ name, vrf }: NeighborClaims): string {
  return vrf === '' ? name : `${name}-${vrf}`
}

function problem(name: string, neighbors: readonly NeighborClaims[]): Problem {
  return {
    code: 'merge/ambiguous-name',
    severity: 'error',
    subject: neighbors[0]?.subject ?? name,
    field: '',
    reason: `its prefix-lists would have the names of another neighbor's, ${name}-…`,
    evidence: neighbors.map(({ origin, subject }) => ({ origin, says: subject })),
    help: 'rename the interface or the VRF',
  }
}
