import { bfdRows } from './bfd-rows.ts'
import { type Layout, layOut } from './layout.ts'
import { neighborRows } from './neighbor-rows.ts'
import { isAsWished, isBfdAsWished, isBfdShutDown, type Status } from './status.ts'

/** The tables for people, a line each: what all of it comes to, the neighbors, and the BFD peers. */
export function statusTable(status: Status, layout: Layout): readonly string[] {
  const { neighbors = [], bfdPeers = [] } = status
  const hasVrfs = [...neighbors, ...bfdPeers].some(({ vrf }) => vrf !== 'default')
  const tables = [
    layOut([[summary(status)]], layout).filter((line) => line !== ''),
    neighbors.length === 0 ? [] : layOut(neighborRows(neighbors, hasVrfs), layout),
    bfdPeers.length === 0 ? [] : layOut(bfdRows(bfdPeers, neighbors, hasVrfs), layout),
  ]
  return tables.filter((lines) => lines.length > 0).flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]))
}

/** `3 neighbors: 2 established, 1 down; 1 BFD peer: 1 up` */
function summary({ neighbors, bfdPeers = [] }: Status): string {
  const all = neighbors ?? []
  const parts: string[] = []
  if (neighbors !== undefined) {
    const shut = neighbors.filter(({ shutdown }) => shutdown).length
    const down = neighbors.filter((neighbor) => !isAsWished(neighbor)).length
    const established = neighbors.length - shut - down
    parts.push(counted(neighbors.length, 'neighbor', { established, down, 'shut down': shut }))
  }
  if (bfdPeers.length > 0) {
    const shut = bfdPeers.filter((peer) => isBfdShutDown(peer, all)).length
    const down = bfdPeers.filter((peer) => !isBfdAsWished(peer, all)).length
    const up = bfdPeers.length - shut - down
    parts.push(counted(bfdPeers.length, 'BFD peer', { up, down, 'shut down': shut }))
  }
  return parts.join('; ')
}

function counted(all: number, what: string, states: Readonly<Record<string, number>>): string {
  if (all === 0) return `no ${what}s`
  const some = Object.entries(states).filter(([, count]) => count > 0)
  return `${all} ${what}${all === 1 ? '' : 's'}: ${some.map(([state, count]) => `${count} ${state}`).join(', ')}`
}
