import { hostname, type NetworkInterfaceInfo, networkInterfaces } from 'node:os'
import type { NodeFacts } from '@frrkit/model'

/** What this machine says about itself, where the caller does not know better. Asked anew each round. */
export function localFacts(known: Partial<NodeFacts>): NodeFacts {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const hasIpv4 = addresses.some(servesAsRouterId)
  return { hostname: hostname(), labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4, ...known }
}

/** As zebra decides (8.4, 10.3): 127.0.0.0/8 and link-local addresses do not, others do on the loopback interface as well. */
export function servesAsRouterId({ family, address }: Pick<NetworkInterfaceInfo, 'family' | 'address'>): boolean {
  return family === 'IPv4' && !/^(127|169\.254)\./.test(address)
}
