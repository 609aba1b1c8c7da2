import { type IpFamily, type Problem, parseAddress, say } from '@frrkit/model'
import { familyName } from '../family-name.ts'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { problemAt } from '../place.ts'

/** Addresses that `set ip next-hop` and `set ipv6 next-hop global` refuse, because no packet can be sent there. */
const nowhere: Readonly<Record<IpFamily, RegExp>> = {
  ipv4: /^(0\.0\.0\.0|22[4-9]\..*|2[345]\d\..*)$/,
  ipv6: /^(::1?|ff.{2}:.*)$/,
}

export function nextHops(entry: NeighborEntry): readonly Problem[] {
  return [...nextHop(entry, 'ipv4'), ...nextHop(entry, 'ipv6')]
}

function nextHop(entry: NeighborEntry, family: IpFamily): readonly Problem[] {
  const text = set(entry.spec.toAdvertise?.nextHop?.[family])
  if (text === undefined) return []
  const problem = (code: Problem['code'], reason: string, help: string, severity: Problem['severity'] = 'error') =>
    problemAt(entry, `toAdvertise.nextHop.${family}`, { code, reason, help, says: say(text), severity })
  const address = parseAddress(text)
  // `::ffff:192.0.2.1` is an IPv4 address, and none that FRR could put into an IPv6 next hop.
  if (address?.family !== family || (family === 'ipv4' && address.text !== text)) {
    return [
      problem('merge/not-an-address', `not an ${familyName(family)} address`, `write an ${familyName(family)} address`),
    ]
  }
  if (nowhere[family].test(address.text)) {
    return [problem('merge/next-hop', 'nothing can be sent to this address', 'write the address of a router')]
  }
  if (entry.families.length > 0 && !entry.families.includes(family)) {
    const help = `remove it, or set dualStackAddressFamily to carry ${familyName(family)} too`
    return [problem('merge/next-hop', `the session does not carry ${familyName(family)}`, help)]
  }
  if (family === 'ipv4' || !/^fe[89ab]/.test(address.text)) return []
  return [
    problem(
      'merge/next-hop',
      'FRR refuses a link-local address as global next hop',
      'write a global address',
      'warning',
    ),
  ]
}
