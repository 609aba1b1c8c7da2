import type { MetallbTranslation } from '../translate.ts'
import type { Verdict } from './configuration-state.ts'

type Announcements = MetallbTranslation['announcements']

/** How often the objects were translated, and how it went. */
export type Counts = {
  readonly updates: number
  readonly errors: number
  /** Whether it went well once. */
  readonly loaded: boolean
  /** Whether what is in force is older than the objects. */
  readonly stale: boolean
}

/** What was translated last, and what of it is in force. */
export type Announced = {
  readonly translated: (translation: MetallbTranslation) => void
  /** MetalLB's speaker runs on this node as well, or does not any more. */
  readonly speakerRuns: (runs: boolean) => void
  /** The last translation was taken: it contradicts nobody. */
  readonly accept: () => void
  /** Undefined while nobody knows. */
  readonly current: () => Announcements | undefined
  /** Undefined while nobody knows, and while the speaker says it itself. */
  readonly verdict: () => Verdict | undefined
  readonly counts: () => Counts
}

export function createAnnounced(): Announced {
  let last: Announcements | undefined
  let accepted: Announcements | undefined
  let verdict: Verdict | undefined
  let speaker = false
  let counts: Counts = { updates: 0, errors: 0, loaded: false, stale: false }
  return {
    translated({ announcements, problems }) {
      const wrong = problems.filter(({ severity }) => severity === 'error')
      const stale = wrong.length > 0
      if (!stale) last = announcements
      verdict = { errors: wrong }
      const { updates, errors, loaded } = counts
      counts = { updates: updates + 1, errors: errors + (stale ? 1 : 0), loaded: loaded || !stale, stale }
    },
    speakerRuns(runs) {
      speaker = runs
    },
    accept() {
      accepted = last
    },
    current: () => accepted,
    verdict: () => (speaker ? undefined : verdict),
    counts: () => counts,
  }
}
