import { compareText, type Origin } from '@frrkit/model'
import type { Route } from '../services/verdict.ts'

/** What one prefix is advertised with; withheld where its routes contradict each other. */
export type Standing =
  | { readonly withheld: true; readonly routes: readonly Route[] }
  | {
      readonly withheld: false
      readonly origin: Origin
      /** 0: none. */
      readonly localPref: number
      readonly communities: readonly string[]
    }

/** All routes of one prefix together. Sorted by `compareRoutes`, so that the first is the first for everybody. */
export function standingOf(routes: readonly Route[]): Standing | undefined {
  const [first, ...others] = routes
  if (first === undefined) return undefined
  if (others.length === 0) return decorated(first.origin, first.advertisement.localPref, textsOf(first))
  const preferences = new Set(routes.map(({ advertisement }) => advertisement.localPref).filter((value) => value !== 0))
  if (preferences.size > 1) return { withheld: true, routes }
  const [localPref = 0] = preferences
  return decorated(first.origin, localPref, [...new Set(routes.flatMap(textsOf))])
}

function decorated(origin: Origin, localPref: number, communities: readonly string[]): Standing {
  return { withheld: false, origin, localPref, communities }
}

function textsOf({ advertisement }: Route): readonly string[] {
  return advertisement.communities.map(({ text }) => text)
}

export function compareRoutes(a: Route, b: Route): number {
  return (
    compareText(a.service.namespace, b.service.namespace) ||
    compareText(a.service.name, b.service.name) ||
    compareText(a.origin.path, b.origin.path) ||
    compareText(a.advertisement.name, b.advertisement.name)
  )
}
