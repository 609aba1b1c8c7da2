import type { Neighbor, Origin, Prefix, Sourced } from '@frrkit/model'

/** A prefix as a neighbor gets it. */
export type Advertised = {
  readonly prefix: string
  readonly localPref?: number
  readonly communities: readonly string[]
  /** Absent: FRR chooses. */
  readonly nextHop?: string
  readonly allowedBy: readonly Origin[]
}

/** How a neighbor gets the prefixes that it may get. */
export function advertisedTo({ advertise, families, addressFamilies }: Neighbor): readonly Advertised[] {
  if (!addressFamilies.includes('unicast')) return []
  const localPrefs = new Map(
    advertise.localPrefs.flatMap((each) => each.prefixes.map(({ value }) => [value.text, each.localPref])),
  )
  const communities = Map.groupBy(
    advertise.communities.flatMap(({ community: { kind, text }, prefixes }) =>
      prefixes.map(({ value }) => ({ prefix: value.text, text: kind === 'large' ? `large:${text}` : text })),
    ),
    ({ prefix }) => prefix,
  )
  return advertise.prefixes
    .filter(({ value }) => families.includes(value.family))
    .map((prefix) => {
      const { text, family } = prefix.value
      const localPref = localPrefs.get(text)
      const nextHop = advertise.nextHop[family]
      return {
        prefix: text,
        ...(localPref !== undefined && { localPref }),
        communities: (communities.get(text) ?? []).map((community) => community.text),
        ...(nextHop !== undefined && { nextHop }),
        allowedBy: allowedBy(prefix, advertise.all),
      }
    })
}

/** `mode: all` says so for the prefixes of its own object: that field, and not the list of prefixes, is what allows them. */
function allowedBy({ origins }: Sourced<Prefix>, all: readonly Origin[]): readonly Origin[] {
  return origins.flatMap((origin) => {
    if (!/\.routers\[\d+\]\.prefixes$/.test(origin.path)) return [origin]
    const modes = all.filter(({ object }) => object === origin.object)
    return modes.length > 0 ? modes : [origin]
  })
}
