import type { Outcome } from '@frrkit/plugin'
import { onlyBlocksOf } from './blocks.ts'
import { type Compared, compare, runningWith } from './compare.ts'
import type { Difference, Harmless } from './difference.ts'
import type { Frr, Running } from './frr.ts'
import { withoutIdleProfiles } from './idle-profiles.ts'
import { refusedLines } from './refused-lines.ts'
import { createWording } from './words.ts'

/** Brings a configuration to FRR, reads back what it runs then, and goes back to what it ran before if it was refused. */
export async function apply(frr: Frr, frrConf: string, harmless: Harmless): Promise<Outcome> {
  const before = await runningWith(frr, frrConf)
  const wording = createWording(frrConf, before.frrConf)
  const { text, warning } = withoutIdleProfiles(frrConf, before.daemons)
  const found = await compare(frr, text, before, harmless)
  const rejected = (running: 'unchanged' | 'unknown', output: string): Outcome => {
    const words = wording(output)
    const lines = refusedLines(frrConf, words, wording)
    return { status: 'rejected', running, words, ...(lines.length > 0 && { lines }) }
  }
  if (found.status === 'unreadable') return rejected('unchanged', found.output)

  const told = await tell(frr, text, found, harmless)
  if (told.refused) return rejected(await restore(frr, before), told.output)
  const after = await runningWith(frr, frrConf)
  const changed = after.frrConf !== before.frrConf
  return { status: 'accepted', changed, words: wording(told.output), ...(warning && { warnings: [warning] }) }
}

type Told = { readonly refused: boolean; readonly output: string }

/**
 * Neither the exit code nor the silence of a reload proves anything, so what FRR shows afterwards is compared with what was
 * wanted. A line that it does not show is told to it once more, with its neighbors in their order: either FRR complains,
 * and that is the refusal, or it takes the line for a default or for another spelling.
 */
async function tell(frr: Frr, frrConf: string, found: Compared, harmless: Harmless): Promise<Told> {
  if (found.status !== 'compared') return { refused: true, output: found.output }
  if (isEmpty(found.difference)) return { refused: false, output: '' }
  const reloaded = await frr.reload(found.wanted)

  let left = await compare(frr, frrConf, await runningWith(frr, frrConf), harmless)
  if (left.status === 'compared' && left.difference.add.length > 0) {
    const loaded = await frr.load(onlyBlocksOf(left.wanted, left.difference.add))
    if (loaded.complained) return { refused: true, output: loaded.output }
    left = await compare(frr, frrConf, await runningWith(frr, frrConf), harmless)
  }
  if (left.status !== 'compared') return { refused: true, output: left.output }
  if (reloaded.complained && left.difference.remove.length > 0) return { refused: true, output: reloaded.output }
  for (const entry of left.difference.add) harmless.add.add(entry)
  for (const entry of left.difference.remove) harmless.remove.add(entry)
  return { refused: false, output: reloaded.complained ? '' : reloaded.output }
}

async function restore(frr: Frr, before: Running): Promise<'unchanged' | 'unknown'> {
  await frr.reload(before.frrConf)
  const { frrConf } = await frr.running()
  return frrConf === before.frrConf ? 'unchanged' : 'unknown'
}

function isEmpty({ add, remove }: Difference): boolean {
  return add.length === 0 && remove.length === 0
}
