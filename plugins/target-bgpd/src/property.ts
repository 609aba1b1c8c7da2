import { compareText, type IpFamily, type Prefix, type Sourced } from '@frrkit/model'
import { type PrefixListView, prefixListView } from './prefix-list.ts'
import { routeMapEntries } from './sequence.ts'

/**
 * A property that some of the advertised prefixes carry: a prefix-list, and a route-map entry that sets it. Matching
 * goes on with the next entry, so that a prefix collects all its properties before the last entries let it pass.
 */
export const propertyTemplate = `\
{{#ipv4}}
{{> ipv4-prefix-list}}
route-map {{routeMap}} permit {{entry}}
  match ip address prefix-list {{list}}
{{/ipv4}}
{{#ipv6}}
{{> ipv6-prefix-list}}
route-map {{routeMap}} permit {{entry}}
  match ipv6 address prefix-list {{list}}
{{/ipv6}}
{{> set-local-pref}}
{{> set-community}}
  on-match next
`

/** A property for the prefixes of one family: one of the three values. */
export type Property = {
  readonly list: string
  readonly family: IpFamily
  readonly prefixes: readonly Sourced<Prefix>[]
  readonly localPref?: number
  readonly community?: string
  readonly largeCommunity?: string
}

export type PropertyView = {
  readonly entry: number
  readonly ipv4: PrefixListView | undefined
  readonly ipv6: PrefixListView | undefined
  /** In an object: a local preference may be zero. */
  readonly localPref: { readonly value: number } | undefined
  readonly community: string | undefined
  readonly largeCommunity: string | undefined
}

/** Entries by the name of their list, so that they do not depend on who asked first. */
export function propertyViews(properties: readonly Property[]): readonly PropertyView[] {
  return properties.toSorted((a, b) => compareText(a.list, b.list)).map(propertyView)
}

function propertyView(property: Property, index: number): PropertyView {
  const { list, family, prefixes, localPref, community, largeCommunity } = property
  const view = prefixListView(list, prefixes)
  return {
    entry: routeMapEntries.firstProperty + index,
    ipv4: family === 'ipv4' ? view : undefined,
    ipv6: family === 'ipv6' ? view : undefined,
    localPref: localPref === undefined ? undefined : { value: localPref },
    community,
    largeCommunity,
  }
}

/** One property for each family of the session that has any of the prefixes. */
export function byFamily(
  families: readonly IpFamily[],
  prefixes: readonly Sourced<Prefix>[],
  propertyOf: (family: IpFamily) => Omit<Property, 'family' | 'prefixes'>,
): readonly Property[] {
  return families
    .map((family) => ({ ...propertyOf(family), family, prefixes: ofFamily(prefixes, family) }))
    .filter((property) => property.prefixes.length > 0)
}

/** Lists of the model have IPv4 before IPv6. */
export function ofFamily(prefixes: readonly Sourced<Prefix>[], family: IpFamily): readonly Sourced<Prefix>[] {
  const [first, last] = [prefixes[0]?.value.family, prefixes.at(-1)?.value.family]
  if (first === last) return first === family ? prefixes : []
  const border = prefixes.findIndex(({ value }) => value.family === 'ipv6')
  return family === 'ipv4' ? prefixes.slice(0, border) : prefixes.slice(border)
}
