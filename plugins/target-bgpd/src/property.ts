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

/** What is set: one of the three. */
export type PropertyValue = {
  readonly localPref?: number
  readonly community?: string
  readonly largeCommunity?: string
}

/** A property for the prefixes of one family. */
export type Property = PropertyValue & {
  readonly list: string
  readonly family: IpFamily
  readonly prefixes: readonly Sourced<Prefix>[]
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

function propertyView({ list, family, prefixes, ...value }: Property, index: number): PropertyView {
  const view = prefixListView(list, prefixes)
  return {
    entry: routeMapEntries.firstProperty + index,
    ipv4: family === 'ipv4' ? view : undefined,
    ipv6: family === 'ipv6' ? view : undefined,
    localPref: value.localPref === undefined ? undefined : { value: value.localPref },
    community: value.community,
    largeCommunity: value.largeCommunity,
  }
}

/** A property's prefixes, one property for each family that has any. */
export function byFamily(
  prefixes: readonly Sourced<Prefix>[],
  nameOf: (family: IpFamily) => string,
  value: PropertyValue,
): readonly Property[] {
  const families = ['ipv4', 'ipv6'] as const
  return families
    .map((family) => ({ list: nameOf(family), family, prefixes: ofFamily(prefixes, family), ...value }))
    .filter((property) => property.prefixes.length > 0)
}

export function ofFamily(prefixes: readonly Sourced<Prefix>[], family: IpFamily): readonly Sourced<Prefix>[] {
  return prefixes.filter(({ value }) => value.family === family)
}
