import type { IpFamily, Problem } from '@frrkit/model'
import { evidenceIn, problemIn } from '../check/problem.ts'
import type { Advertisement } from './advertisement.ts'

type Families = ReadonlySet<IpFamily>

type Pair = readonly [Advertisement, Advertisement]

/** Those of which two cannot both speak for addresses of these families: a peer would be told two preferences for one prefix. */
export function* contradictions(all: readonly Advertisement[], families: Families): Generator<Pair> {
  // As in most clusters: then there is no need to look at every two of them.
  if (new Set(all.map(({ localPref }) => localPref)).size < 2) return
  for (const [i, a] of all.entries()) {
    for (const b of all.slice(i + 1)) if (!compatible(a, b, families)) yield [a, b]
  }
}

function compatible(a: Advertisement, b: Advertisement, families: Families): boolean {
  return a.localPref === b.localPref || differ(a, b, families) || disjoint(a, b)
}

/** They make different prefixes, of every family that there is. */
function differ(a: Advertisement, b: Advertisement, families: Families): boolean {
  return families.size > 0 && [...families].every((family) => a.lengths[family] !== b.lengths[family])
}

function disjoint({ peers: a }: Advertisement, { peers: b }: Advertisement): boolean {
  return a.size > 0 && b.size > 0 && [...a].every((name) => !b.has(name))
}

/** Advertisements of one pool that contradict each other, whatever the service. */
export function checkLocalPrefs(advertisements: readonly Advertisement[], families: Families): readonly Problem[] {
  const unconditional = advertisements.filter(({ serviceSelectors }) => serviceSelectors.length === 0)
  return [...contradictions(unconditional, families)].map(contradiction)
}

const field = 'spec.localPref'

export function sayLocalPref({ localPref }: Advertisement): string {
  return localPref === 0 ? 'none' : `${localPref}`
}

function contradiction([a, b]: Pair): Problem {
  return problemIn(a.document, field, {
    code: 'metallb/local-pref',
    reason: 'another advertisement of the same addresses to the same peers asks for another local preference',
    says: sayLocalPref(a),
    beside: [evidenceIn(b.document, field, sayLocalPref(b))],
    help: 'set both to the same value, or name different peers in each, or aggregate to different lengths',
  })
}
