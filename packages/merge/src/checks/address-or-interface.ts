import { type Problem, say } from '@frrkit/model'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'
import { interfaceNameFault } from '../text/free-text.ts'

/** A neighbor is known by its address, or by the interface of an unnumbered session: exactly one of them. */
export function addressOrInterface(entry: NeighborEntry): readonly Problem[] {
  const address = set(entry.spec.address)
  const name = set(entry.spec.interface)
  if (address === undefined && name === undefined) {
    const help = 'set address, or interface for an unnumbered session'
    const reason = 'neither address nor interface says which neighbor this is'
    return [problemAt(entry, 'address', { code: 'merge/neighbor-address', reason, says: 'nothing', help })]
  }
  if (address !== undefined && name !== undefined) {
    return [
      problemAt(entry, 'address', {
        code: 'merge/neighbor-address',
        reason: 'both address and interface are set',
        says: say(address),
        beside: [evidenceAt(entry, 'interface', say(name))],
        help: 'keep one of them',
      }),
    ]
  }
  return name === undefined ? addressFault(entry, address) : interfaceFault(entry, name)
}

function addressFault(entry: NeighborEntry, address: string | undefined): readonly Problem[] {
  if (entry.address !== undefined) return []
  const help = 'write an IPv4 or IPv6 address, without a zone'
  return [
    problemAt(entry, 'address', {
      code: 'merge/not-an-address',
      reason: 'not an IP address',
      says: say(address),
      help,
    }),
  ]
}

function interfaceFault(entry: NeighborEntry, name: string): readonly Problem[] {
  const fault = interfaceNameFault(name)
  if (fault === undefined) return []
  const help = 'write the name of a network interface'
  return [problemAt(entry, 'interface', { code: 'merge/unsafe-text', reason: `it ${fault}`, says: say(name), help })]
}
