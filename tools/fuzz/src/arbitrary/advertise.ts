import * as fc from 'fast-check'
import { nth, taken } from './catalogue.ts'
import type { Peer } from './peer.ts'
import { present } from './present.ts'
import { carries, type RouterContext } from './router-context.ts'
import { spell } from './spelled.ts'

type Mask = readonly boolean[]

export type AdvertisePlan = {
  readonly mode: 'all' | 'filtered' | 'default' | 'nothing'
  readonly spelling: number
  readonly allowed: Mask
  readonly localPrefs: Mask
  readonly communities: readonly { readonly community: number; readonly prefixes: Mask }[]
  readonly nextHop: { readonly ipv4: boolean; readonly ipv6: boolean }
}

const mask: fc.Arbitrary<Mask> = fc.array(fc.boolean(), { maxLength: 8 })

export const advertisePlans: fc.Arbitrary<AdvertisePlan> = fc.record({
  mode: fc.constantFrom('all', 'filtered', 'default', 'nothing'),
  spelling: fc.nat(4),
  allowed: mask,
  localPrefs: mask,
  communities: fc.array(fc.record({ community: fc.nat(3), prefixes: mask }), { maxLength: 3 }),
  nextHop: fc.record({ ipv4: fc.boolean(), ipv6: fc.boolean() }),
})

export function writeAdvertise({ catalogue, prefixes }: RouterContext, peer: Peer, plan: AdvertisePlan): object {
  const { mode, spelling, communities } = plan
  const carried = prefixes.filter(({ prefix }) => carries(peer, prefix))
  const allowed = mode === 'nothing' ? [] : mode === 'all' ? carried : taken(carried, plan.allowed)
  const texts = (list: typeof allowed) => list.map(({ prefix }) => spell(prefix.spelled, spelling))
  const preferred = Map.groupBy(taken(allowed, plan.localPrefs), ({ place }) => nth(catalogue.localPrefs, place))
  const decorated = new Map(
    communities.map(({ community, prefixes: chosen }) => [
      nth(catalogue.communities, community),
      taken(allowed, chosen),
    ]),
  )
  return present({
    allowed: mode === 'nothing' ? undefined : writeAllowed(mode, texts(allowed)),
    nextHop: writeNextHop(peer, plan),
    withLocalPref: [...preferred].map(([localPref, list]) => ({ localPref, prefixes: texts(list) })),
    withCommunity: [...decorated]
      .filter(([, list]) => list.length > 0)
      .map(([community, list]) => ({ community, prefixes: texts(list) })),
  })
}

function writeAllowed(mode: 'all' | 'filtered' | 'default', prefixes: readonly string[]): object {
  if (mode === 'all') return { mode }
  return mode === 'filtered' ? { mode, prefixes } : { prefixes }
}

function writeNextHop(peer: Peer, { nextHop }: AdvertisePlan): object {
  const both = 'interface' in peer.identity || peer.dualStack === true
  const family = 'interface' in peer.identity ? undefined : peer.identity.family
  return present({
    ipv4: nextHop.ipv4 && (both || family === 'ipv4') ? peer.nextHop.ipv4 : undefined,
    ipv6: nextHop.ipv6 && (both || family === 'ipv6') ? peer.nextHop.ipv6 : undefined,
  })
}
