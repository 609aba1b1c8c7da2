import type { Problem } from '@frrkit/model'
import type { Claim } from './claim.ts'
import { evidenceAt } from './problem-at.ts'
import { hopKey, routeSubject } from './static-route.ts'

/** What the objects that speak of one prefix of one VRF cannot all have. */
export function conflicts(claims: readonly Claim[]): readonly Problem[] {
  const hops = [...Map.groupBy(claims, hopKey).values()]
  const distances = [...Map.groupBy(claims, ({ distance }) => distance).values()]
  return [...hops.flatMap(twoDistances), ...distances.flatMap(bothWays)]
}

/** FRR has a next hop of a prefix once: asked for it at a second distance, it silently forgets the first. */
function twoDistances(claims: readonly Claim[]): readonly Problem[] {
  if (new Set(claims.map(({ distance }) => distance)).size < 2) return []
  return [
    conflict(claims, {
      subject: `${subjectOf(claims)} ${hopOf(claims)}`,
      field: 'distance',
      says: ({ distance, document }) => (document.spec.distance === undefined ? 'nothing (means 1)' : String(distance)),
      path: ({ document }) => (document.spec.distance === undefined ? 'spec' : 'spec.distance'),
      reason: 'objects ask for different distances',
      help: 'give it the same distance in all of these objects',
    }),
  ]
}

/** FRR refuses next hops beside a blackhole, and of two kinds of blackhole it keeps the one that came last. */
function bothWays(claims: readonly Claim[]): readonly Problem[] {
  if (new Set(claims.map(({ blackhole }) => blackhole)).size < 2) return []
  return [
    conflict(claims, {
      subject: subjectOf(claims),
      field: 'blackhole',
      says: (claim) => way(claim),
      path: ({ origin }) => origin.path,
      reason: `objects contradict each other about where it leads at distance ${claims[0]?.distance ?? 1}`,
      help: 'remove one of these objects, or give what shall only step in another distance',
    }),
  ]
}

type Words = Pick<Problem, 'subject' | 'field' | 'reason' | 'help'> & {
  readonly says: (claim: Claim) => string
  readonly path: (claim: Claim) => string
}

function conflict(claims: readonly Claim[], { says, path, ...words }: Words): Problem {
  const evidence = claims.map((claim) => evidenceAt(claim.document, path(claim), says(claim)))
  return { ...words, code: 'static/conflict', severity: 'error', evidence }
}

/** Of claims of one hop: the two ways to discard are one. */
function hopOf([first]: readonly Claim[]): string {
  return first?.blackhole === undefined ? way(first) : 'blackhole'
}

function subjectOf([first]: readonly Claim[]): string {
  if (first === undefined) throw new Error('BUG: a conflict of nobody')
  return routeSubject(first)
}

function way(claim: Claim | undefined): string {
  if (claim === undefined) return ''
  if (claim.blackhole !== undefined) return claim.blackhole
  return ['via', claim.address, claim.interface].filter(Boolean).join(' ')
}
