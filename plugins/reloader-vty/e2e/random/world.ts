/** A configuration taken apart into small pieces, so that two of them can share most and differ in little. */
export type World = {
  readonly log: 'warnings' | 'debugging' | undefined
  readonly debugs: readonly string[]
  readonly resolveViaDefault: boolean
  /** The route-map for routes from BGP on their way into zebra. */
  readonly protocol: string | undefined
  readonly delay: number | undefined
  readonly lists: Readonly<Record<string, List>>
  readonly communityLists: Readonly<Record<string, List>>
  readonly asPathLists: Readonly<Record<string, List>>
  readonly routeMaps: Readonly<Record<string, RouteMap>>
  readonly profiles: Readonly<Record<string, readonly string[]>>
  readonly statics: readonly string[]
  readonly vnis: Readonly<Record<string, number>>
  readonly routers: Readonly<Record<string, Router>>
}

/** How entries are numbered: 1, 2, 3, …; 5, 10, …; by what is in them. */
export type Numbering = 'counted' | 'by five' | 'by content'

export type List = { readonly numbering: Numbering; readonly entries: readonly string[] }

export type RouteMap = { readonly numbering: Numbering; readonly entries: readonly Entry[] }
export type Entry = {
  readonly action: 'permit' | 'deny'
  readonly lines: readonly string[]
  readonly onMatch: 'next' | 'jump' | undefined
}

export type Router = {
  readonly asn: number
  readonly settings: readonly string[]
  readonly groups: Readonly<Record<string, Session>>
  readonly sessions: Readonly<Record<string, Session>>
  readonly families: Readonly<Record<string, Family>>
  readonly evpn: Evpn | undefined
}

export type Session = {
  readonly remoteAs: string
  /** Of a neighbor: the peer-group that it is in. */
  readonly group: string | undefined
  readonly settings: readonly string[]
  readonly hops: string | undefined
  readonly localAs: boolean
  readonly bfd: 'bfd' | 'fast' | 'slow' | undefined
  readonly families: Readonly<
    Record<string, { readonly active: boolean | undefined; readonly lines: readonly string[] }>
  >
}

export type Family = {
  readonly networks: readonly string[]
  readonly lines: readonly string[]
  readonly imports: readonly string[]
}

export type Evpn = {
  readonly all: boolean
  readonly lines: readonly string[]
  readonly vnis: Readonly<Record<string, readonly string[]>>
}
