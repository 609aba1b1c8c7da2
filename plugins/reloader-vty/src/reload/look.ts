import { isEmpty } from '@frrkit/frr-text'
import type { Frr } from '../frr/frr.ts'
import { type Position, positionAt } from '../frr/position.ts'
import { describeDifferences } from '../state/describe.ts'
import { withoutKnown } from '../state/known.ts'
import { knownOf, type State } from '../state/state.ts'

/** What FRR runs before a reload. */
export type Seen =
  | {
      readonly ok: true
      readonly position: Position
      /** What it has lost of the text that was verified last, or somebody has changed: for people; empty when nothing. */
      readonly lost: string
      /** What it runs, as a text; where there is none that was verified. */
      readonly text?: string
    }
  | { readonly ok: false; readonly words: string }

/** Whether FRR still is as it was left, as far as anybody can know without asking it. */
export function isTrusted(frr: Frr, { position, suspect }: State): boolean {
  return position !== undefined && suspect === undefined && frr.isStill(position.sessions)
}

/** The position that is known, or FRR is read. */
export async function look(frr: Frr, state: State): Promise<Seen> {
  const { position, verified, suspect } = state
  if (position !== undefined && isTrusted(frr, state)) return { ok: true, position, lost: '' }
  const restarted = position !== undefined && !frr.isStill(position.sessions)
  const read = restarted ? await frr.readSettled() : await frr.read()
  if (!read.ok) return read
  const seen = positionAt(read, verified?.parsed ?? nothing)
  if (verified === undefined) return { ok: true, position: seen, lost: '', text: read.text() }
  const lost = withoutKnown(seen.shown, knownOf(state))
  const why = suspect ?? 'a daemon began anew'
  return { ok: true, position: seen, lost: isEmpty(lost) ? '' : `${why}:\n${describeDifferences(lost)}` }
}

const nothing = { release: {}, contexts: [], filterLists: [], routeMaps: [] }
