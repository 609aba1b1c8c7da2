import type { IpFamily, Origin } from '@frrkit/model'
import type { Advertisement } from '../advertise/advertisement.ts'
import type { Route } from '../services/verdict.ts'
import type { Session } from '../sessions.ts'

/** A list of prefixes, sorted, and who asked for each. */
export type Prefixes = { readonly texts: readonly string[]; readonly origins: readonly Origin[] }

type Decoration = { readonly origin: Origin; readonly prefixes: readonly string[] }

/** What some sessions, all the same, are told. */
export type Told = {
  readonly sessions: readonly Session[]
  readonly prefixes: Prefixes
  /** By the preference. */
  readonly localPrefs: readonly (Decoration & { readonly localPref: number })[]
  /** By the text. */
  readonly communities: readonly (Decoration & { readonly community: string })[]
  /** Prefixes with several local preferences: none of them could be right. */
  readonly withheld: ReadonlyMap<string, readonly Route[]>
}

/** Sessions that are told the same because of their families and of who advertises to them. */
export type Audience = {
  readonly sessions: readonly Session[]
  readonly families: ReadonlySet<IpFamily>
  /** Sorted by name. */
  readonly advertisements: ReadonlySet<Advertisement>
}

export function audiences(sessions: readonly Session[], advertisements: readonly Advertisement[]): readonly Audience[] {
  const numbers = new Map(advertisements.map((one, i) => [one, i]))
  const groups = new Map<string, { sessions: Session[] } & Omit<Audience, 'sessions'>>()
  for (const session of sessions) {
    const chosen = advertisements.filter(({ peers }) => peers.size === 0 || peers.has(session.name))
    const key = [...session.families, ...chosen.map((one) => numbers.get(one))].join()
    const group = groups.get(key)
    if (group === undefined) {
      groups.set(key, { sessions: [session], families: session.families, advertisements: new Set(chosen) })
    } else group.sessions.push(session)
  }
  return [...groups.values()]
}
