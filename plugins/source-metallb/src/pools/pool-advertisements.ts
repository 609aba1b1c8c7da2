import { type Problem, say } from '@frrkit/model'
import { type Advertisement, lengthField } from '../advertise/advertisement.ts'
import { checkLocalPrefs } from '../advertise/local-prefs.ts'
import { evidenceIn, problemIn } from '../check/problem.ts'
import { isSelected } from '../check/selectors.ts'
import type { Pool } from './pool.ts'

/** A pool, and how this node advertises its addresses. */
export type AdvertisedPool = Pool & { readonly advertisements: readonly Advertisement[] }

/** Which advertisements are for which pool: those that name it or select it, and those that do neither with any. */
export function advertisePools(
  pools: readonly Pool[],
  advertisements: readonly Advertisement[],
): readonly AdvertisedPool[] {
  return pools.map((pool) => ({ ...pool, advertisements: advertisements.filter((one) => isFor(one, pool)) }))
}

function isFor({ document }: Advertisement, { name, labels }: Pool): boolean {
  const { ipAddressPools = [], ipAddressPoolSelectors = [] } = document.spec ?? {}
  // The API text says that an empty list means all; the reference means both being empty, and clusters rely on that.
  if (ipAddressPools.length === 0 && ipAddressPoolSelectors.length === 0) return true
  return (
    ipAddressPools.includes(name) || (ipAddressPoolSelectors.length > 0 && isSelected(ipAddressPoolSelectors, labels))
  )
}

export function checkPoolAdvertisements(pools: readonly AdvertisedPool[]): readonly Problem[] {
  return pools.flatMap((pool) => [
    ...pool.advertisements.flatMap((advertisement) => checkLengths(pool, advertisement)),
    ...checkLocalPrefs(pool.advertisements, pool.families),
  ])
}

/** An aggregate must not hold addresses that the pool has not. */
function checkLengths({ document, entries }: AdvertisedPool, advertisement: Advertisement): readonly Problem[] {
  return entries.flatMap(({ path, text, cidrs }) => {
    const family = cidrs[0]?.family ?? 'ipv4'
    const shortest = Math.min(...cidrs.map(({ length }) => length))
    const length = advertisement.lengths[family]
    if (cidrs.length === 0 || length >= shortest) return []
    return [
      problemIn(advertisement.document, lengthField(family), {
        code: 'metallb/aggregation-length',
        reason: `the aggregate is larger than what the pool has: its largest prefix there is a /${shortest}`,
        says: `${length}`,
        beside: [evidenceIn(document, path, say(text))],
        help: `write at least ${shortest}, or leave the pool to another advertisement`,
      }),
    ]
  })
}
