import { hostname, networkInterfaces } from 'node:os'
import type { NodeFacts } from '@frrkit/model'

/** What this machine says about itself, where the caller does not know better. Asked anew each round. */
export function localFacts(known: Partial<NodeFacts>): NodeFacts {
  return { hostname: hostname(), labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: hasIpv4(), ...known }
}

/** Loopback and link-local addresses do not count: FRR takes neither for a router id. */
function hasIpv4(): boolean {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return addresses.some(
    ({ family, internal, address }) => family === 'IPv4' && !internal && !address.startsWith('169.254.'),
  )
}
