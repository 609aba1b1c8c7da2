import { compareText, type Origin } from '@frrkit/model'
import type { Advertisement } from '../advertise/advertisement.ts'
import type { Route } from '../services/verdict.ts'
import { placeOf, revised } from '../sorted.ts'
import { compareRoutes, type Standing, standingOf } from './standing.ts'
import type { Audience, Prefixes, Told } from './told.ts'

/** Keeps what an audience is told, route by route; lists that do not change are the same lists again. */
export type Ledger = (gone: readonly Route[], come: readonly Route[]) => Told

export function createLedger({ sessions, families, advertisements }: Audience): Ledger {
  const routes = new Map<string, readonly Route[]>()
  const standings = new Map<string, Standing>()
  const uses = new Map<Advertisement, number>()
  const withheld = new Map<string, readonly Route[]>()
  const localPrefs = createLists<number>()
  const communities = createLists<string>()
  let prefixes: Prefixes = { texts: [], origins: [] }

  const hears = ({ prefix, advertisement }: Route) => families.has(prefix.family) && advertisements.has(advertisement)
  const revise = ({ prefix: { text }, advertisement }: Route, list: readonly Route[], use: 1 | -1) => {
    routes.set(text, list)
    uses.set(advertisement, (uses.get(advertisement) ?? 0) + use)
    return text
  }
  const of = ({ prefix }: Route) => routes.get(prefix.text) ?? []
  const used = () => [...advertisements].filter((one) => (uses.get(one) ?? 0) > 0)

  return (gone, come) => {
    const touched = new Set<string>([
      ...gone.filter(hears).map((route) =>
        revise(
          route,
          of(route).filter((other) => other !== route),
          -1,
        ),
      ),
      ...come.filter(hears).map((route) => revise(route, insert(of(route), route), 1)),
    ])
    // Sorted once here, the lists that they go into are sorted already.
    const changes = [...touched].toSorted(compareText).map((text) => {
      const before = standings.get(text)
      const now = standingOf(routes.get(text) ?? [])
      if (now?.withheld === true) withheld.set(text, now.routes)
      else withheld.delete(text)
      if (now === undefined) {
        routes.delete(text)
        standings.delete(text)
      } else standings.set(text, now)
      return { text, before, now }
    })
    prefixes = revisePrefixes(prefixes, changes, standings)
    localPrefs.revise(changes, ({ localPref }) => (localPref === 0 ? [] : [localPref]))
    communities.revise(changes, (standing) => standing.communities)
    return {
      sessions,
      prefixes,
      localPrefs: localPrefs
        .all((a, b) => a - b)
        .map(([localPref, list]) => ({ localPref, origin: preferenceOrigin(localPref, used()), prefixes: list })),
      communities: communities
        .all(compareText)
        .map(([community, list]) => ({ community, origin: communityOrigin(community, used()), prefixes: list })),
      withheld: new Map(withheld),
    }
  }
}

type Change = { readonly text: string; readonly before: Standing | undefined; readonly now: Standing | undefined }
type Decorated = Extract<Standing, { withheld: false }>

function insert(list: readonly Route[], route: Route): readonly Route[] {
  return list.length === 0 ? [route] : [...list, route].toSorted(compareRoutes)
}

function isTold(standing: Standing | undefined): standing is Decorated {
  return standing?.withheld === false
}

function revisePrefixes(
  prefixes: Prefixes,
  changes: readonly Change[],
  standings: ReadonlyMap<string, Standing>,
): Prefixes {
  if (changes.length === 0) return prefixes
  const [gone, come] = [changes.filter(({ now }) => !isTold(now)), changes.filter(({ now }) => isTold(now))]
  const texts = revised(prefixes.texts, gone.map(textOf), come.map(textOf))
  if (changes.length > 64) return { texts, origins: texts.flatMap((text) => originOf(standings.get(text))) }
  const origins = [...prefixes.origins]
  const known = [...prefixes.texts]
  for (const { text, now } of changes) {
    const place = placeOf(known, text)
    const there = known[place] === text ? 1 : 0
    known.splice(place, there, ...(isTold(now) ? [text] : []))
    origins.splice(place, there, ...originOf(now))
  }
  return { texts: known, origins }
}

function textOf({ text }: Change): string {
  return text
}

function originOf(standing: Standing | undefined): readonly Origin[] {
  return isTold(standing) ? [standing.origin] : []
}

/** Sorted lists of prefixes by what they are decorated with. */
function createLists<Key>() {
  const lists = new Map<Key, readonly string[]>()
  return {
    revise(changes: readonly Change[], keysOf: (standing: Decorated) => readonly Key[]): void {
      const moves = new Map<Key, { readonly gone: string[]; readonly come: string[] }>()
      const at = (key: Key) => {
        const known = moves.get(key) ?? { gone: [], come: [] }
        moves.set(key, known)
        return known
      }
      for (const { text, before, now } of changes) {
        if (isTold(before)) for (const key of keysOf(before)) at(key).gone.push(text)
        if (isTold(now)) for (const key of keysOf(now)) at(key).come.push(text)
      }
      for (const [key, { gone, come }] of moves) {
        const list = revised(lists.get(key) ?? [], gone, come)
        if (list.length > 0) lists.set(key, list)
        else lists.delete(key)
      }
    },
    all: (order: (a: Key, b: Key) => number): readonly (readonly [Key, readonly string[]])[] =>
      [...lists].toSorted(([a], [b]) => order(a, b)),
  }
}

/** The first by name of those that are used, so that it is the same whoever came first. */
function preferenceOrigin(localPref: number, used: readonly Advertisement[]): Origin {
  const asking = used.find((one) => one.localPref === localPref) ?? nobody(`local preference ${localPref}`)
  return { object: asking.document.object, path: 'spec.localPref' }
}

function communityOrigin(community: string, used: readonly Advertisement[]): Origin {
  const asking = used.flatMap(({ communities }) => communities).find(({ text }) => text === community)
  return asking?.origin ?? nobody(`community ${community}`)
}

function nobody(what: string): never {
  throw new Error(`BUG: nobody asks for ${what}`)
}
