import { type Advertise, originOf, parseAddress, parseCommunity } from '@frrkit/model'
import type { Claims } from '../claim.ts'
import type { AdvertiseFields } from '../fields.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { type PrefixList, prefixList } from '../prefix-list.ts'
import { claimsOf } from './claims-of.ts'

/** What one object says about advertising to one neighbor. */
export function lowerAdvertise(entry: NeighborEntry): Claims<AdvertiseFields> {
  const { document, path, spec, advertised } = entry
  const { allowed, nextHop } = spec.toAdvertise ?? {}
  const claim = claimsOf({ ...entry, path: `${path}.toAdvertise` })
  const all = allowed?.mode === 'all' ? [originOf(document, `${path}.toAdvertise.allowed.mode`)] : []
  return {
    'allowed.mode': claim('allowed.mode', all),
    'allowed.prefixes': claim('allowed.prefixes', advertised),
    'nextHop.ipv4': claim('nextHop.ipv4', address(nextHop?.ipv4)),
    'nextHop.ipv6': claim('nextHop.ipv6', address(nextHop?.ipv6)),
    withLocalPref: claim('withLocalPref', lowerLocalPrefs(entry)),
    withCommunity: claim('withCommunity', lowerCommunities(entry)),
  }
}

function lowerLocalPrefs(entry: NeighborEntry): Advertise['localPrefs'] {
  return (entry.spec.toAdvertise?.withLocalPref ?? []).flatMap(({ localPref = 0, prefixes }, i) => {
    const list = listAt(entry, `withLocalPref[${i}]`, prefixes)
    return list.length > 0 ? [{ localPref, prefixes: list }] : []
  })
}

function lowerCommunities(entry: NeighborEntry): Advertise['communities'] {
  return (entry.spec.toAdvertise?.withCommunity ?? []).flatMap(({ community: text = '', prefixes }, i) => {
    const community = parseCommunity(text)
    const list = listAt(entry, `withCommunity[${i}]`, prefixes)
    return community !== undefined && list.length > 0 ? [{ community, prefixes: list }] : []
  })
}

function listAt(
  { document, path, parse }: NeighborEntry,
  field: string,
  texts: readonly string[] | undefined,
): PrefixList {
  return prefixList(document, `${path}.toAdvertise.${field}`, texts, parse)
}

function address(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseAddress(text)?.text
}
