import { type Problem, parseAddress, say } from '@frrkit/model'
import { set } from '../identity.ts'
import type { RouterEntry } from '../outline.ts'
import { problemAt } from '../place.ts'
import { interfaceNameFault } from '../text/free-text.ts'

/** What a router is called and goes by: words that `router bgp` and `bgp router-id` take. */
export function routerWords(entry: RouterEntry): readonly Problem[] {
  return [...asn(entry), ...routerId(entry), ...vrf(entry)]
}

function asn(entry: RouterEntry): readonly Problem[] {
  if (entry.spec.asn !== 0) return []
  const reason = 'AS 0 is reserved (RFC 7607), and FRR does not take it'
  return [
    problemAt(entry, 'asn', { code: 'merge/asn-zero', reason, says: '0', help: 'set the AS number of this node' }),
  ]
}

function routerId(entry: RouterEntry): readonly Problem[] {
  const id = set(entry.spec.id)
  // Canonical text of an IPv4 address is a dotted quad; `::ffff:192.0.2.1` is IPv4 too, but no quad.
  if (id === undefined || (id !== '0.0.0.0' && parseAddress(id)?.family === 'ipv4' && !id.includes(':'))) return []
  const reason = 'a router id is four numbers from 0 to 255 with dots between, and not 0.0.0.0'
  const help = 'write it like 192.0.2.1, or remove it to let FRR choose'
  return [problemAt(entry, 'id', { code: 'merge/router-id', reason, says: say(id), help })]
}

function vrf(entry: RouterEntry): readonly Problem[] {
  const fault = entry.vrf === '' ? undefined : interfaceNameFault(entry.vrf)
  if (fault === undefined) return []
  const help = 'write the name of a Linux VRF'
  return [problemAt(entry, 'vrf', { code: 'merge/unsafe-text', reason: `it ${fault}`, says: say(entry.vrf), help })]
}
