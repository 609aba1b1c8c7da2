import type { LabelSelector } from '@frrkit/api'
import type { Document, IpFamily, Problem } from '@frrkit/model'
import { duplicateNames, duplicateSelectors } from '../check/duplicates.ts'
import { evidenceIn, problemIn } from '../check/problem.ts'
import { checkSelectors } from '../check/selectors.ts'
import type { BgpAdvertisementSpec } from '../kinds/bgp-advertisement.ts'
import { type Aliases, type AskedCommunity, readCommunities } from './communities.ts'

/** How the addresses of a pool are advertised. */
export type Advertisement = {
  readonly document: Document<BgpAdvertisementSpec | undefined>
  readonly name: string
  readonly lengths: Readonly<Record<IpFamily, number>>
  /** 0: none. */
  readonly localPref: number
  readonly communities: readonly AskedCommunity[]
  /** Names of BGPPeers; empty: all of them. */
  readonly peers: ReadonlySet<string>
  readonly serviceSelectors: readonly LabelSelector[]
}

const bits = { ipv4: 32, ipv6: 128 } as const
const fields = { ipv4: 'aggregationLength', ipv6: 'aggregationLengthV6' } as const

export function readAdvertisement(
  document: Document<BgpAdvertisementSpec | undefined>,
  aliases: Aliases,
): { readonly advertisement: Advertisement; readonly problems: readonly Problem[] } {
  const { spec = {} } = document
  const { communities, problems } = readCommunities(document, aliases)
  const advertisement: Advertisement = {
    document,
    name: document.object.name,
    lengths: { ipv4: spec.aggregationLength ?? bits.ipv4, ipv6: spec.aggregationLengthV6 ?? bits.ipv6 },
    localPref: spec.localPref ?? 0,
    communities,
    peers: new Set(spec.peers),
    serviceSelectors: spec.serviceSelectors ?? [],
  }
  return { advertisement, problems: [...problems, ...checkLists(document), ...checkLengths(advertisement)] }
}

function checkLists(document: Document<BgpAdvertisementSpec | undefined>): readonly Problem[] {
  const { spec = {} } = document
  return [
    ...(['ipAddressPools', 'communities', 'peers'] as const).flatMap((field) =>
      duplicateNames(document, `spec.${field}`, spec[field]),
    ),
    ...(['ipAddressPoolSelectors', 'nodeSelectors', 'serviceSelectors'] as const).flatMap((field) =>
      duplicateSelectors(document, `spec.${field}`, spec[field]),
    ),
    ...(['ipAddressPoolSelectors', 'serviceSelectors'] as const).flatMap((field) =>
      checkSelectors(document, `spec.${field}`, spec[field]),
    ),
  ]
}

function checkLengths({ document, lengths, serviceSelectors }: Advertisement): readonly Problem[] {
  return (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const [length, max, field] = [lengths[family], bits[family], fields[family]]
    const problem = (reason: string, help: string, beside = false) =>
      problemIn(document, `spec.${field}`, {
        code: 'metallb/aggregation-length',
        reason,
        says: `${length}`,
        help,
        beside: beside ? [evidenceIn(document, 'spec.serviceSelectors', 'set')] : [],
      })
    if (length > max) return [problem(`an address has ${max} bits`, `write at most ${max}`)]
    if (length < max && serviceSelectors.length > 0) {
      const reason = 'an aggregate is advertised for all of its addresses, and serviceSelectors choose some'
      return [problem(reason, `remove serviceSelectors, or leave ${field} out`, true)]
    }
    return []
  })
}

/** The field that says how long the prefixes of a family are. */
export function lengthField(family: IpFamily): string {
  return `spec.${fields[family]}`
}
