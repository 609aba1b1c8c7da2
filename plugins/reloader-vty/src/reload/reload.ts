import { type Comparison, isEmpty, parseFrrText } from '@frrkit/frr-text'
import type { RefusedLine } from '@frrkit/plugin'
import { type Prepared, prepare } from '@frrkit/vty/conf-file'
import { type CheckedLine, check } from '../check/check.ts'
import type { Frr } from '../frr/frr.ts'
import { type Position, positionAt } from '../frr/position.ts'
import type { Settings } from '../options.ts'
import { type Reread, reread } from '../reread/reread.ts'
import { describeDifferences } from '../state/describe.ts'
import { differencesOf, hasUnwanted } from '../state/known.ts'
import { initialState, knownOf, type State } from '../state/state.ts'
import { asWritten, notShown, refusedByFrr } from './as-written.ts'
import { bring, differencesFrom } from './bring.ts'
import { handOver } from './hand-over.ts'
import { letGoOfRouteMaps } from './let-go.ts'
import { isTrusted, look } from './look.ts'
import { missingBlocks } from './missing-blocks.ts'
import { isMixture } from './mixture.ts'
import { type Acceptance, accept, away, type Refusal, type Reloaded, refuse } from './reloaded.ts'
import { type Back, restore } from './restore.ts'
import { checkedWords, mostLines, refusalWords, shortened } from './words.ts'

/** Takes one FRR from its state to the text of a frr.conf. */
export async function reload(
  frr: Frr,
  text: string,
  state: State,
  settings: Settings,
  signal: AbortSignal,
): Promise<Reloaded> {
  // First of all: the disk is at work while the change is planned, and while FRR carries it out.
  const saving = prepare(settings.confFile, text)
  try {
    return await reloadAndSave(frr, text, state, { ...settings, saving, signal })
  } finally {
    await saving.discard()
  }
}

type How = Pick<Settings, 'fallback'> & { readonly saving: Prepared; readonly signal: AbortSignal }

async function reloadAndSave(
  frr: Frr,
  text: string,
  state: State,
  { fallback, saving, signal }: How,
): Promise<Reloaded> {
  const { verified } = state
  if (text === verified?.text && isTrusted(frr, state)) return accept(state, { changed: false }, saving)
  const seen = await look(frr, state)
  if (!seen.ok) return away(state, seen.words)

  const { position, lost } = seen
  const { parsed, comparison } = read(text, verified, position)
  const from = position.shown === undefined ? position : positionAt(position, parsed)
  const back: Back =
    verified === undefined
      ? { text: seen.text ?? '', goal: { wanted: position.running, known: new Set() } }
      : { text: verified.text, goal: { wanted: verified.parsed, known: knownOf(state) } }

  /** Nothing was told to FRR for this text; but if it does not run the last one either, that is put right. */
  const refuseUntouched = async (refusal: Refusal): Promise<Reloaded> =>
    lost === '' ? refuse({ ...state, position }, refusal, 'unchanged') : refuseAndRestore(refusal)
  const refuseAndRestore = async (refusal: Refusal): Promise<Reloaded> => {
    const restored = await restore(frr, back, fallback, signal)
    if (restored === undefined) return refuse({ ...state, suspect: 'a refused configuration' }, refusal, 'unknown')
    // What FRR ran by itself was no text of ours: not all that it shows is for us to take back, so the next one reads it again.
    const next = verified === undefined ? initialState : { ...state, position: restored, suspect: undefined }
    return refuse(next, refusal, 'unchanged')
  }
  /** FRR took every line: what it does not show of them is said, or taken back where nobody may do without. */
  const acceptBut = async (left: Comparison, next: State, how: Acceptance): Promise<Reloaded> => {
    if (isEmpty(left)) return accept(next, how, saving)
    if (isMixture(left)) return refuseAndRestore({ words: shownElse(left), lines: notShown(text, parsed, left) })
    return accept(next, saying(left, how), saving)
  }
  /** `told`: FRR has taken these lines before, none of which is unknown here. */
  const giveAway = async (because: string, { told = false, lines = none } = {}): Promise<Reloaded> => {
    if (fallback === undefined) return refuseUntouched({ words: `${because}\n${wayOut}`, lines })
    await letGoOfRouteMaps(frr, from, parsed)
    const handed = await handOver(frr, { text, wanted: parsed }, state, { fallback, because, signal })
    const { outcome, left } = handed
    if (outcome.status === 'accepted') {
      if (left === undefined) return accept(handed.state, outcome, saving)
      if (told) return acceptBut(left, handed.state, { ...outcome, changed: true })
      const missing = missingBlocks(left)
      return accept(handed.state, isEmpty(missing) ? outcome : saying(missing, outcome), saving)
    }
    if (outcome.status === 'unreachable' || outcome.running === 'unchanged') return handed
    const restored = await refuseAndRestore(outcome)
    return { ...restored, outcome: { ...restored.outcome, by: fallback.name, because } }
  }

  const goal = { wanted: parsed, known: knownOf(state) }
  const differences = comparison ?? differencesFrom(from, goal)
  const prefixesAlone = comparison !== undefined
  const { wrong, unknown, dubious } = check(parsed, differences, from.running.release, { prefixesAlone })
  if (wrong.length > 0) return refuseUntouched(refusalOf(text, wrong))
  if (unknown.length > 0) {
    const { words, lines } = refusalOf(text, unknown)
    return giveAway(`not understood here:\n${words}`, { lines })
  }
  if (from.shown !== undefined && fallback !== undefined && hasUnwanted(state.accepted, parsed)) {
    return giveAway('not understood here: what FRR has made of lines that go')
  }
  const brought = await bring(frr, from, { ...goal, comparison: differences })
  switch (brought.status) {
    case 'there': {
      const next = { ...state, verified: { text, parsed }, position: brought.position, suspect: undefined }
      const how = {
        changed: brought.changed,
        ...(lost !== '' && brought.changed && { mended: lost }),
        ...(dubious.length > 0 && { warnings: [checkedWords(dubious)] }),
      }
      return accept(next, how, saving)
    }
    case 'away':
      return away(state, brought.words)
    case 'not-understood':
      return giveAway(`not understood here: ${shortened(brought.reasons, ', ')}`)
    case 'refused':
      return refuseAndRestore({
        words: refusalWords(brought.refusal),
        lines: refusedByFrr(text, brought.refusal),
      })
    case 'differs': {
      const { comparison: left } = brought
      if (fallback !== undefined) return giveAway(shownElse(left), { told: true })
      const next = {
        ...state,
        verified: { text, parsed },
        position: brought.position,
        accepted: new Set([...state.accepted, ...differencesOf(left)]),
        suspect: undefined,
      }
      return acceptBut(left, next, { changed: true })
    }
  }
}

/**
 * Reads the text, with as little work as possible: it mostly is the last one, or differs from it by a few lines. A comparison
 * comes along where these are prefixes.
 */
function read(
  text: string,
  verified: State['verified'],
  { shown }: Position,
): Partial<Reread> & Pick<Reread, 'parsed'> {
  if (text === verified?.text) return { parsed: verified.parsed }
  const again = verified !== undefined && shown === undefined ? reread(verified, text) : undefined
  return again ?? { parsed: parseFrrText(text) }
}

function shownElse(left: Comparison): string {
  return `FRR took every line and shows something else:\n${describeDifferences(left)}`
}

function saying(left: Comparison, how: Acceptance): Acceptance {
  const said = `FRR took these lines and does not show them:\n${describeDifferences(left)}`
  return { ...how, warnings: [...(how.warnings ?? []), said] }
}

function refusalOf(text: string, checked: readonly CheckedLine[]): Required<Refusal> {
  const { lines, refused } = asWritten(text, checked)
  return { words: checkedWords(lines), lines: refused.slice(0, mostLines) }
}

const none: readonly RefusedLine[] = []
const wayOut = 'help: give reloader-vty a fallback (reloader-frr-reload), or leave these lines out'
