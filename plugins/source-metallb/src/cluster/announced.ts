import type { MetallbTranslation } from '../translate.ts'

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
  /** The last translation was taken: it contradicts nobody. */
  readonly accept: () => void
  /** Undefined while nobody knows. */
  readonly current: () => Announcements | undefined
  readonly counts: () => Counts
}

export function createAnnounced(): Announced {
  let last: Announcements | undefined
  let accepted: Announcements | undefined
  let counts: Counts = { updates: 0, errors: 0, loaded: false, stale: false }
  return {
    translated({ announcements, problems }) {
      const stale = problems.some(({ severity }) => severity === 'error')
      if (!stale) last = announcements
      const { updates, errors, loaded } = counts
      counts = { updates: updates + 1, errors: errors + (stale ? 1 : 0), loaded: loaded || !stale, stale }
    },
    accept() {
      accepted = last
    },
    current: () => accepted,
    counts: () => counts,
  }
}
