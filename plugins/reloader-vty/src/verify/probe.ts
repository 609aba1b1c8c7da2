import type { FilterEntry, RouteMapEntry } from '@frrkit/frr-text'

/** A question to bgpd whose answer proves that lines were carried out. */
export type Probe = { readonly command: string; readonly expects: Expectation }

export type Expectation =
  | { readonly kind: 'entry'; readonly list: string; readonly seq: number; readonly entry: FilterEntry | undefined }
  | { readonly kind: 'no-list' }
  /** No entries: there is no such route-map. */
  | { readonly kind: 'route-map'; readonly name: string; readonly entries: readonly RouteMapEntry[] }
  | { readonly kind: 'network'; readonly there: boolean }
  | {
      readonly kind: 'neighbor'
      readonly name: string
      readonly there: boolean
      readonly settings: readonly Setting[]
    }

/** What bgpd says about a neighbor under some keys of its JSON. Without a value, whether anything stands there. */
export type Setting = { readonly at: readonly string[]; readonly is: string | number | boolean }
