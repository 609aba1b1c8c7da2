import type { Outcome } from '@frrkit/plugin'
import { adaptToRunning } from './adapt-to-running.ts'
import { onlyBlocksOf } from './blocks.ts'
import { type Difference, withoutHarmless } from './difference.ts'
import { type Answer, type Frr, frrAway, type Running } from './frr.ts'
import { neededDaemons } from './needed-daemons.ts'
import { createWording } from './words.ts'

/** Entries that FRR took without a complaint and shows differently or not at all: default values, other spellings. */
export type Harmless = Set<string>

/** Brings a configuration to FRR, reads back what it runs then, and goes back to what it ran before if it was refused. */
export async function apply(frr: Frr, frrConf: string, harmless: Harmless): Promise<Outcome> {
  const before = await runningWith(frr, frrConf)
  const wording = createWording(frrConf, before.frrConf)
  const wanted = adaptToRunning(frrConf, before.frrConf)
  const difference = await frr.compare(wanted, before.frrConf)
  if ('complained' in difference) {
    return { status: 'rejected', running: 'unchanged', words: wording(difference.output) }
  }
  if (isEmpty(withoutHarmless(difference, harmless))) return { status: 'accepted', changed: false, words: '' }

  const reloaded = await frr.reload(wanted)
  const refusal = await findRefusal(frr, wanted, reloaded, harmless)
  if (refusal !== undefined) {
    return { status: 'rejected', running: await restore(frr, before), words: wording(refusal) }
  }
  const after = await runningWith(frr, frrConf)
  return { status: 'accepted', changed: after.frrConf !== before.frrConf, words: wording(reloaded.output) }
}

/** vtysh drops the lines of a daemon that is away without a word, so that a reload without it would prove nothing. */
async function runningWith(frr: Frr, frrConf: string): Promise<Running> {
  const running = await frr.running()
  const missing = neededDaemons(frrConf).filter((daemon) => !running.daemons.includes(daemon))
  if (missing.length > 0) throw frrAway(`not running: ${missing.join(', ')}`)
  return running
}

/**
 * Neither the exit code nor silence of a reload proves anything, so what FRR shows afterwards is compared with what was
 * wanted. A line that it does not show is told to it once more, with its neighbors in their order: either FRR complains,
 * and that is the refusal, or it takes the line for a default or for another spelling.
 */
async function findRefusal(
  frr: Frr,
  wanted: string,
  reloaded: Answer,
  harmless: Harmless,
): Promise<string | undefined> {
  const left = await leftOver(frr, wanted, harmless)
  if (isEmpty(left)) return undefined
  if (left.add.length > 0) {
    const loaded = await frr.load(onlyBlocksOf(wanted, left.add))
    if (loaded.complained) return loaded.output
  }
  const settled = left.add.length > 0 ? await leftOver(frr, wanted, harmless) : left
  if (reloaded.complained && settled.remove.length > 0) return reloaded.output
  for (const entry of [...settled.add, ...settled.remove]) harmless.add(entry)
  return undefined
}

async function leftOver(frr: Frr, wanted: string, harmless: Harmless): Promise<Difference> {
  const { frrConf } = await runningWith(frr, wanted)
  const difference = await frr.compare(adaptToRunning(wanted, frrConf), frrConf)
  if ('complained' in difference) throw new Error(`BUG: the text was readable before it was applied`)
  return withoutHarmless(difference, harmless)
}

async function restore(frr: Frr, before: Running): Promise<'unchanged' | 'unknown'> {
  await frr.reload(before.frrConf)
  const { frrConf } = await frr.running()
  return frrConf === before.frrConf ? 'unchanged' : 'unknown'
}

function isEmpty({ add, remove }: Difference): boolean {
  return add.length === 0 && remove.length === 0
}
