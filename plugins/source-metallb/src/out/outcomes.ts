import type { Problem } from '@frrkit/model'
import type { Announcement, Silence, Verdict } from '../services/verdict.ts'
import { placeOf } from '../sorted.ts'
import type { Told } from './told.ts'

export type Outcomes = {
  readonly announcements: readonly Announcement[]
  readonly silences: readonly Silence[]
  /** Of services that are silent because somebody has to change something. */
  readonly problems: readonly Problem[]
}

/** What became of each service. */
export function outcomes(verdicts: readonly Verdict[], told: readonly Told[]): Outcomes {
  const conflicts = told.filter(({ withheld }) => withheld.size > 0)
  const announcements: Announcement[] = []
  const silences: Silence[] = []
  const problems: Problem[] = []
  for (const verdict of verdicts) {
    if (!verdict.announced) {
      silences.push(verdict.silence)
      if (verdict.problem !== undefined) problems.push(verdict.problem)
    } else announcements.push(conflicts.length === 0 ? verdict.announcement : heard(verdict, conflicts))
  }
  return { announcements, silences, problems }
}

/** A peer to which each prefix of a service is withheld does not hear of it. */
function heard(
  { announcement, routes }: Extract<Verdict, { readonly announced: true }>,
  conflicts: readonly Told[],
): Announcement {
  const deaf = conflicts
    .filter(({ prefixes }) => !routes.some(({ prefix }) => includes(prefixes.texts, prefix.text)))
    .flatMap(({ sessions }) => sessions.map(({ name }) => name))
  return { ...announcement, peers: announcement.peers.filter((name) => !deaf.includes(name)) }
}

function includes(sorted: readonly string[], text: string): boolean {
  return sorted[placeOf(sorted, text)] === text
}
