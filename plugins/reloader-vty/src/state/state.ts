import type { FrrText } from '@frrkit/frr-text'
import type { Position } from '../frr/position.ts'
import type { Known } from './known.ts'

/** What is known of FRR from one reload to the next. */
export type State = {
  /** What FRR runs, proved by reading it. Absent until there is such a text. */
  readonly verified?: { readonly text: string; readonly parsed: FrrText }
  readonly position?: Position
  /** Why the position is not to be trusted: FRR has to be read before anything is planned. */
  readonly suspect?: string | undefined
  /** Differences that were accepted: FRR took the lines, or a fallback did. */
  readonly accepted: Known
  /** What somebody changed by hand and shall stay so. */
  readonly drift: Known
  /** What was to be mended last, how many times in a row, and when (ms of the process). */
  readonly mending?: { readonly words: string; readonly times: number; readonly at: number } | undefined
  /** Why frr.conf does not hold the verified text. */
  readonly unsaved?: string | undefined
  /** That somebody else changed frr.conf: for people, until it is ours again. */
  readonly overwritten?: string | undefined
}

export const initialState: State = { accepted: new Set(), drift: new Set() }

export function knownOf({ accepted, drift }: State): Known {
  return drift.size === 0 ? accepted : new Set([...accepted, ...drift])
}
