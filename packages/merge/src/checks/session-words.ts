import { hidden, type Problem, parseAddress, say } from '@frrkit/model'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { problemAt } from '../place.ts'
import { interfaceNameFault, passwordFault } from '../text/free-text.ts'

/** Free text of a session that becomes a word of frr.conf. */
export function sessionWords(entry: NeighborEntry): readonly Problem[] {
  return [...sourceAddress(entry), ...password(entry)]
}

function sourceAddress(entry: NeighborEntry): readonly Problem[] {
  const source = set(entry.spec.sourceaddress)
  if (source === undefined || parseAddress(source) !== undefined) return []
  // bgpd tries to read a prefix first, to tell people to leave the length out.
  const fault = source === 'any' ? 'is a word of FRR' : interfaceNameFault(source)
  if (fault === undefined) return []
  const reason = `not an IP address, and as the name of an interface it ${fault}`
  const help = 'write an IP address of the node, or the name of an interface'
  return [problemAt(entry, 'sourceaddress', { code: 'merge/unsafe-text', reason, says: say(source), help })]
}

function password(entry: NeighborEntry): readonly Problem[] {
  const text = set(entry.spec.password)
  const fault = text === undefined ? undefined : passwordFault(text)
  if (fault === undefined) return []
  const help = 'FRR takes one word of at most 80 bytes'
  return [problemAt(entry, 'password', { code: 'merge/unsafe-text', reason: `it ${fault}`, says: hidden, help })]
}
