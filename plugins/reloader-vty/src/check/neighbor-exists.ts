import { parseAddress } from '@frrkit/model'
import type { CheckedLine } from './check.ts'
import { type Neighbor, ownRemoteAs, type Router } from './sessions.ts'

/** bgpd makes a neighbor when it reads its AS or its peer-group, and refuses all lines about one that it did not make. */
export function checkNeighborExists(router: Router): readonly CheckedLine[] {
  return [...router.neighbors.values()].flatMap((neighbor) => {
    const why = absence(neighbor)
    return why === undefined ? groupOf(router, neighbor) : neighbor.lines.map((each) => ({ ...each, why }))
  })
}

function absence(neighbor: Neighbor): string | undefined {
  const { name, isGroup, isInterface, group } = neighbor
  const isAddress = parseAddress(name) !== undefined
  if (isGroup || (isInterface && !isAddress)) return undefined
  if (isInterface) return `${name} is an address, not an interface`
  if (!isAddress) return `${name} is neither an address, nor an interface or a peer-group here`
  const isMade = group !== undefined || ownRemoteAs(neighbor) !== undefined
  return isMade ? undefined : `nothing says the AS of ${name}: there is no remote-as`
}

function groupOf({ neighbors }: Router, neighbor: Neighbor): readonly CheckedLine[] {
  const { group, lines } = neighbor
  const joins = lines.find(({ line }) => / peer-group \S+$/.test(line))
  if (group === undefined || joins === undefined) return []
  const found = neighbors.get(group)
  if (found?.isGroup !== true) return [{ ...joins, why: `there is no peer-group ${group}` }]
  const both = ownRemoteAs(found) !== undefined && ownRemoteAs(neighbor) !== undefined && !neighbor.isInterface
  return both
    ? [{ ...joins, why: `the AS is that of the peer-group ${group}, and there is a remote-as of its own` }]
    : []
}
