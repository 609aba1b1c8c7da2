import { isEmpty, parseFrrText } from '@frrkit/frr-text'
import type { Notice } from '@frrkit/plugin'
import type { Frr } from '../frr/frr.ts'
import type { RunningByDaemon } from '../frr/merge-running.ts'
import { positionAt, settled } from '../frr/position.ts'
import { isTrusted } from '../reload/look.ts'
import { describeDifferences } from '../state/describe.ts'
import { differencesOf, type Known, withoutKnown } from '../state/known.ts'
import type { State } from '../state/state.ts'
import { withoutStaleCopies } from './stale-copies.ts'

export type Audited = { readonly state: State; readonly notice?: Notice }

/**
 * Reads everything and compares it with what was verified last: proves what an apply has proved in part, and finds what
 * somebody changed by hand. Mending is a reload; only copies that nobody needs are taken away on the way.
 */
export async function audit(frr: Frr, state: State, { mend }: { readonly mend: boolean }): Promise<Audited> {
  const { verified, position, accepted } = state
  if (verified === undefined || position === undefined || state.suspect !== undefined) return { state }
  if (!isTrusted(frr, state)) return suspicion(state, 'a daemon began anew')
  const read = await frr.read()
  if (!read.ok) return suspicion(state, read.words)
  if (!frr.isStill(position.sessions)) return suspicion(state, 'a daemon began anew')
  if (position.stale.size === 0 && isSame(read.byDaemon, position.byDaemon)) return { state }

  // Anew, and all of it: what was read in part for the sake of speed is checked with the rest.
  const parsed = parseFrrText(verified.text)
  const seen = positionAt(read, parsed)
  const found = withoutKnown(seen.shown, accepted)
  const words = isEmpty(found) ? '' : describeDifferences(found)
  const mending = words === '' ? state.mending : oneMore(state.mending, words)
  const givenUp = (mending?.times ?? 0) > mostTimes
  if (words !== '' && mend && !givenUp) return suspicion({ ...state, mending }, 'changed by hand', words)
  const stale = withoutStaleCopies(read.byDaemon, parsed)
  // Whatever comes of it: they are looked at again when they change, and nothing depends on them.
  if (stale.length > 0) await frr.apply(stale, position.sessions, { careful: false, release: seen.running.release })
  const drift = differencesOf(found)
  const next = { ...state, verified: { ...verified, parsed }, position: settled(seen, parsed), drift, mending }
  return same(drift, state.drift)
    ? { state: next }
    : { state: next, notice: { kind: 'drift', words: mend && words !== '' ? `${leftAlone}:\n${words}` : words } }
}

/** The same thing to mend so many times means that somebody else insists on it, or that FRR does. */
const mostTimes = 3
const leftAlone = `it came back ${mostTimes} times`

/** After so long a time without it, it is another matter. */
const forgottenAfter = 600_000

function oneMore(last: State['mending'], words: string): NonNullable<State['mending']> {
  const at = performance.now()
  const times = last?.words === words && at - last.at < forgottenAfter ? last.times + 1 : 1
  return { words, times, at }
}

function suspicion(state: State, suspect: string, words = ''): Audited {
  return {
    state: { ...state, suspect },
    notice: { kind: 'again', words: words === '' ? suspect : `${suspect}:\n${words}` },
  }
}

/** The same objects: a text that did not change is not even read again. */
function isSame(one: RunningByDaemon, other: RunningByDaemon): boolean {
  return one.size === other.size && [...one].every(([daemon, text]) => other.get(daemon) === text)
}

function same(one: Known, other: Known): boolean {
  return one.size === other.size && [...one].every((key) => other.has(key))
}
