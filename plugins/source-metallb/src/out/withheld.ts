import type { Evidence, Problem } from '@frrkit/model'
import { compareText, objectName, say } from '@frrkit/model'
import { sayLocalPref } from '../advertise/local-prefs.ts'
import { evidenceIn, problemIn } from '../check/problem.ts'
import type { Configuration } from '../read-configuration.ts'
import { isTooMuch, maxCommunities } from '../services/judge.ts'
import type { Route } from '../services/verdict.ts'
import type { Told } from './told.ts'

/** What is not told to peers although services are announced, and why. */
export function withheldProblems(told: readonly Told[]): readonly Problem[] {
  return told.flatMap(({ sessions, withheld }) =>
    [...withheld].map(([prefix, routes]) =>
      conflictProblem(
        prefix,
        routes,
        sessions.map(({ name }) => name),
      ),
    ),
  )
}

function conflictProblem(prefix: string, routes: readonly Route[], peers: readonly string[]): Problem {
  const names = peers.toSorted(compareText).map(say).join(', ')
  return {
    code: 'metallb/withheld',
    severity: 'warning',
    subject: `prefix ${prefix}`,
    field: 'localPref',
    reason: `different local preferences for one prefix, so it is not advertised to ${names}`,
    evidence: evidenceOf(routes),
    help: 'let all advertisements of the prefix ask for the same local preference, or aggregate to different lengths',
  }
}

/** The advertisements, and the services that they make the prefix of. */
function evidenceOf(routes: readonly Route[]): readonly Evidence[] {
  const advertisements = routes.map(({ advertisement }) =>
    evidenceIn(advertisement.document, 'spec.localPref', sayLocalPref(advertisement)),
  )
  const services = routes.map(({ advertisement, origin }) => ({ origin, says: sayLocalPref(advertisement) }))
  const all = new Map([...advertisements, ...services].map((one) => [keyOf(one), one] as const))
  return [...all].toSorted(([a], [b]) => compareText(a, b)).map(([, evidence]) => evidence)
}

function keyOf({ origin, says }: Evidence): string {
  return [objectName(origin.object), origin.path, says].join('\0')
}

/** Advertisements with more communities than a session of MetalLB takes. */
export function tooManyCommunities(configuration: Configuration): readonly Problem[] {
  const all = new Set(configuration.pools.flatMap(({ advertisements }) => advertisements))
  return [...all]
    .filter((one) => isTooMuch(one, configuration))
    .map(({ document, communities }) =>
      problemIn(document, 'spec.communities', {
        code: 'metallb/too-many-communities',
        severity: 'warning',
        reason: `more than ${maxCommunities} communities, so services that it is for are not announced`,
        says: `${communities.length}`,
        help: `name at most ${maxCommunities}`,
      }),
    )
}
