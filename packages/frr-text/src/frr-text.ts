import type { ContextKind } from './contexts.ts'
import type { Release } from './release.ts'

/**
 * What an frr.conf, or `show running-config`, tells FRR: each context once, each line in one spelling, without comments,
 * indentation and closers. Plain data; passwords are in it as they are in the text.
 */
export type FrrText = {
  /** What the text itself says about the FRR that wrote it. */
  readonly release: Release
  /** Every context that the text enters, the top level first; each once, in order of appearance. */
  readonly contexts: readonly Context[]
  readonly filterLists: readonly FilterList[]
  readonly routeMaps: readonly RouteMap[]
}

export type Context = {
  readonly kind: ContextKind
  /** The lines that lead into it: `['router bgp 64512 vrf red', 'address-family ipv4 unicast']`; none for the top level. */
  readonly path: readonly string[]
  /** Each once. Their order means nothing to FRR; it is that of the text. */
  readonly lines: readonly string[]
}

/** A list whose entries FRR tries in the order of their numbers: prefix-lists, access-lists, community lists and so on. */
export type FilterList = {
  /** The words before the name: `ip prefix-list`, `bgp community-list standard`. */
  readonly kind: string
  readonly name: string
  /** By number. */
  readonly entries: readonly FilterEntry[]
  /** What the text said first about a number that it then gives to something else; absent when there is no such. */
  readonly replaced?: readonly FilterEntry[]
}

export type FilterEntry = {
  readonly seq: number
  readonly action: 'permit' | 'deny'
  /** What it is about, in one spelling: `10.0.0.0/8 ge 24 le 32`, `any`, `^65001_`. */
  readonly match: string
  /** The spelling of the text, where it is another one; FRR shows that. */
  readonly written?: string
}

export type RouteMap = {
  readonly name: string
  /** By number. */
  readonly entries: readonly RouteMapEntry[]
}

export type RouteMapEntry = {
  readonly seq: number
  readonly action: 'permit' | 'deny'
  /** As in a context: each once, in no order that means anything. */
  readonly lines: readonly string[]
}
