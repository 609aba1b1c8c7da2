import { adaptToRunning } from './adapt-to-running.ts'
import { type Difference, type Harmless, withoutHarmless } from './difference.ts'
import { type Frr, frrAway, type Running } from './frr.ts'
import { neededDaemons } from './needed-daemons.ts'

export type Compared =
  /** `wanted` is the text that FRR's script should see; the difference holds nothing harmless. */
  | { readonly status: 'compared'; readonly wanted: string; readonly difference: Difference }
  /** FRR does not know the words; nothing was told to it. */
  | { readonly status: 'unreadable'; readonly output: string }
  /** FRR did not take a part of it, and may have taken another. */
  | { readonly status: 'refused'; readonly output: string }

/** vtysh drops the lines of a daemon that is away without a word, so that a reload without it would prove nothing. */
export async function runningWith(frr: Frr, frrConf: string): Promise<Running> {
  const running = await frr.running()
  const missing = neededDaemons(frrConf).filter((daemon) => !running.daemons.includes(daemon))
  if (missing.length > 0) throw frrAway(`not running: ${missing.join(', ')}`)
  return running
}

/** What is between the wanted text and the running one. */
export async function compare(frr: Frr, frrConf: string, running: Running, harmless: Harmless): Promise<Compared> {
  const first = await compareOnce(frr, frrConf, running, harmless)
  if (first.status !== 'crashed') return first
  // The script falls over some changes that remove and add at once, so everything is added before, without it:
  // https://github.com/FRRouting/frr/issues/22060. This can go when no FRR with that fault is supported any more.
  const loaded = await frr.load(frrConf)
  if (loaded.complained) return { status: 'refused', output: loaded.output }
  const second = await compareOnce(frr, frrConf, await runningWith(frr, frrConf), harmless)
  return second.status === 'crashed' ? { status: 'refused', output: second.output } : second
}

type Crashed = { readonly status: 'crashed'; readonly output: string }

async function compareOnce(
  frr: Frr,
  frrConf: string,
  running: Running,
  harmless: Harmless,
): Promise<Compared | Crashed> {
  const wanted = adaptToRunning(frrConf, running.frrConf)
  const found = await frr.compare(wanted, running.frrConf)
  if (found.status !== 'compared') return found
  return { status: 'compared', wanted, difference: withoutHarmless(found.difference, harmless) }
}
