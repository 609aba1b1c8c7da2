import { compareText, type Origin, type Prefix, parsePrefix } from '@frrkit/model'
import type { Unsaid } from '@frrkit/plugin'
import { type Accepted, acceptedFrom } from './accepted.ts'
import { type Advertised, advertisedTo } from './advertised.ts'
import type { Known } from './known.ts'
import { notAdvertised } from './not-advertised.ts'
import type { Reason } from './reason.ts'
import { silentObjects } from './silent-objects.ts'

/** Where a prefix comes from, who gets it, and from whom it would be taken. */
export type PrefixExplanation = {
  readonly prefix: string
  readonly originated: readonly { readonly vrf: string; readonly origins: readonly Origin[] }[]
  /** Objects of other kinds that would bring it or a part of it, such as a Service without endpoints. */
  readonly silent: readonly Unsaid[]
  readonly neighbors: readonly PrefixAtNeighbor[]
  /** Snippets, which may change any of it. */
  readonly raw: readonly Origin[]
}

export type PrefixAtNeighbor = {
  readonly vrf: string
  readonly neighbor: string
  /** Absent: not advertised. */
  readonly advertised?: Advertised
  readonly notAdvertised: readonly Reason[]
  readonly accepted: Accepted
}

/** For one neighbor, or for all of them; by VRF and name. */
export function explainPrefix(
  prefix: Prefix,
  known: Known,
  chosen: { readonly neighbor?: string; readonly vrf?: string } = {},
): PrefixExplanation {
  const { routers, rawSnippets } = known.model
  const rest = { model: known.model, silent: silentObjects(known) }
  const originated = routers.flatMap(({ vrf, prefixes }) =>
    prefixes.filter(({ value }) => value.text === prefix.text).map(({ origins }) => ({ vrf, origins })),
  )
  const neighbors = routers
    .filter(({ vrf }) => chosen.vrf === undefined || vrf === chosen.vrf)
    .toSorted((a, b) => compareText(a.vrf, b.vrf))
    .flatMap((router) =>
      router.neighbors
        .filter(({ name }) => chosen.neighbor === undefined || name === chosen.neighbor)
        .map((neighbor): PrefixAtNeighbor => {
          const reasons = notAdvertised(prefix, neighbor, router, rest)
          const advertised = advertisedTo(neighbor).find((each) => each.prefix === prefix.text)
          return {
            vrf: router.vrf,
            neighbor: neighbor.name,
            ...(advertised !== undefined && { advertised }),
            notAdvertised: reasons,
            accepted: acceptedFrom(neighbor, prefix, known.model),
          }
        }),
    )
  const silent = known.unsaid.filter((one) => covers(prefix, one.prefix))
  return { prefix: prefix.text, originated, silent, neighbors, raw: rawSnippets.map(({ origin }) => origin) }
}

function covers(wide: Prefix, text: string): boolean {
  const narrow = parsePrefix(text)
  if (narrow === undefined || narrow.family !== wide.family || narrow.length < wide.length) return false
  return parsePrefix(`${text.slice(0, text.indexOf('/'))}/${wide.length}`)?.text === wide.text
}
