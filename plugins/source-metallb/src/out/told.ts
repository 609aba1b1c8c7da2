import { compareText, type IpFamily, type Origin } from '@frrkit/model'
import type { Advertisement } from '../advertise/advertisement.ts'
import type { Route } from '../services/verdict.ts'
import type { Session } from '../sessions.ts'

/** A list of prefixes, sorted, and who asked for each. */
export type Prefixes = { readonly texts: readonly string[]; readonly origins: readonly Origin[] }

/** What some sessions, all the same, are told. */
export type Told = {
  readonly sessions: readonly Session[]
  readonly prefixes: Prefixes
  readonly localPrefs: readonly {
    readonly localPref: number
    readonly origin: Origin
    readonly prefixes: readonly string[]
  }[]
  readonly communities: readonly {
    readonly community: string
    readonly origin: Origin
    readonly prefixes: readonly string[]
  }[]
  /** Prefixes with several local preferences: none of them could be right. */
  readonly withheld: ReadonlyMap<string, readonly Route[]>
}

/** Sessions that are told the same because of their families and of who advertises to them. */
export type Audience = {
  readonly sessions: readonly Session[]
  readonly families: ReadonlySet<IpFamily>
  readonly advertisements: ReadonlySet<Advertisement>
}

export function audiences(sessions: readonly Session[], advertisements: readonly Advertisement[]): readonly Audience[] {
  const groups = new Map<string, { sessions: Session[] } & Omit<Audience, 'sessions'>>()
  for (const session of sessions) {
    const chosen = advertisements.filter(({ peers }) => peers.size === 0 || peers.has(session.name))
    const key = [...session.families, ...chosen.map((one) => advertisements.indexOf(one))].join()
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, { sessions: [session], families: session.families, advertisements: new Set(chosen) })
    } else group.sessions.push(session)
  }
  return [...groups.values()]
}

/** What an audience is told of these routes. */
export function tell({ sessions, families, advertisements }: Audience, routes: readonly Route[]): Told {
  const byPrefix = new Map<string, Route[]>()
  for (const route of routes) {
    const { prefix, advertisement } = route
    if (!families.has(prefix.family) || !advertisements.has(advertisement)) continue
    const group = byPrefix.get(prefix.text)
    if (group === undefined) byPrefix.set(prefix.text, [route])
    else group.push(route)
  }
  const withheld = new Map<string, readonly Route[]>()
  const localPrefs = new Map<number, { readonly origin: Origin; readonly prefixes: string[] }>()
  const communities = new Map<string, { readonly origin: Origin; readonly prefixes: string[] }>()
  const texts: string[] = []
  const origins: Origin[] = []
  for (const text of [...byPrefix.keys()].toSorted()) {
    const group = byPrefix.get(text) ?? []
    const preferences = new Set(
      group.flatMap(({ advertisement: { localPref } }) => (localPref === 0 ? [] : [localPref])),
    )
    if (preferences.size > 1) {
      withheld.set(text, group)
      continue
    }
    texts.push(text)
    origins.push(...group.slice(0, 1).map(({ origin }) => origin))
    for (const { advertisement } of group) {
      const { localPref, document } = advertisement
      if (localPref !== 0) add(localPrefs, localPref, text, { object: document.object, path: 'spec.localPref' })
      for (const community of advertisement.communities) add(communities, community.text, text, community.origin)
    }
  }
  return {
    sessions,
    prefixes: { texts, origins },
    localPrefs: [...localPrefs]
      .map(([localPref, rest]) => ({ localPref, ...rest }))
      .toSorted((a, b) => a.localPref - b.localPref),
    communities: [...communities]
      .map(([community, rest]) => ({ community, ...rest }))
      .toSorted((a, b) => compareText(a.community, b.community)),
    withheld,
  }
}

type Decorated = { readonly origin: Origin; readonly prefixes: string[] }

/** Prefixes come in order, so one that is there already is the last. */
function add<Key>(lists: Map<Key, Decorated>, key: Key, prefix: string, origin: Origin): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, { origin, prefixes: [prefix] })
  else if (known.prefixes.at(-1) !== prefix) known.prefixes.push(prefix)
}
