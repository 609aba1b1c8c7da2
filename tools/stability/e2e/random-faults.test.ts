import { readFile } from 'node:fs/promises'
import { type Frr, frrVersions, requireLab, waitFor } from '@frrkit/frr-lab'
import { reloaderVty } from '@frrkit/reloader-vty'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allFaults } from '../src/any-fault.ts'
import { base } from '../src/base.ts'
import type { Change } from '../src/changes/change.ts'
import { scenesFor } from '../src/changes/scenes.ts'
import { failAt } from '../src/fail-at.ts'
import { type FaultyFrr, startFaultyFrr } from '../src/faulty-frr.ts'
import type { FaultySockets } from '../src/faulty-sockets.ts'
import { runsButForCopies } from '../src/runs.ts'
import { textOf } from '../src/spec.ts'

const canRun = await requireLab()
const signal = new AbortController().signal
const many = Number(process.env.FRRKIT_RUNS ?? 5)
// The long run looks for what nobody has seen, the short one for what has been right before.
const seed = Number(process.env.FRRKIT_SEED ?? (process.env.FRRKIT_RUNS ? Date.now() % 1_000_000 : 1))

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'random faults of FRR $version',
  { timeout: 3_600_000 },
  (install) => {
    let frr: Frr
    let sockets: FaultySockets
    let stop: FaultyFrr['stop']
    beforeAll(async () => {
      ;({ frr, sockets, stop } = await startFaultyFrr('random-faults', install))
    }, 60_000)
    afterAll(() => stop?.())
    const texts = textsOf(scenesFor(install).find(({ withVrf }) => !withVrf)?.changes ?? [])

    test(`the old configuration or the new one, and it is said which; seed ${seed}, ${many} runs`, async () => {
      const choose = chooser(seed)
      const { configFile: confFile, pathspace } = frr
      const isThere = async (text: string) =>
        (await readFile(confFile, 'utf8')) === text && (await runsButForCopies(frr, text))
      for (let run = 1; run <= many; run++) {
        const from = choose(texts.length - 1)
        const [old, wanted] = [at(texts, from), at(texts, Math.min(texts.length - 1, from + 1 + choose(20)))]
        const patience = { answerWithin: 1000, applyWithin: 3000 }
        const reloader = reloaderVty({ confFile, pathspace, vtyDir: sockets.vtyDir, auditEvery: 0, ...patience })
        const to = async (text: string) =>
          expect(await reloader.reload(text, signal), `run ${run}`).toMatchObject({ status: 'accepted' })

        await to(old)
        const counted = failAt(sockets, -1, (_, command) => command)
        await to(wanted)
        sockets.set()
        await to(old)
        const faults = allFaults(frr)
        const { name, fault, stays, mend } = at(faults, choose(faults.length))
        const which = choose(Math.max(counted(), 1))
        const what = `run ${run}: ${name} at ${which} of ${counted()}`
        const met = failAt(sockets, which, fault, stays)
        const outcome = await reloader.reload(wanted, signal)
        sockets.set()
        if (met() > which) await mend?.()
        const state = { what, outcome, isOld: await isThere(old), isNew: await isThere(wanted) }
        if (outcome.status === 'accepted') expect(state).toEqual({ ...state, isNew: true })
        else if (outcome.status === 'rejected' && outcome.running === 'unchanged')
          expect(state).toEqual({ ...state, isOld: true })
        // Somebody is told that nobody knows. A command that is always refused may be one of the way back.
        else expect(stays ? outcome.words : outcome.status, what).toMatch(stays ? /./ : 'unreachable')

        await waitFor(
          `${what}: the next try to end well`,
          async (seen) => {
            const again = await reloader.reload(wanted, signal)
            seen(`${again.status}: ${again.words}`)
            return again.status === 'accepted' || undefined
          },
          { within: 60_000 },
        )
        expect({ what, isNew: await isThere(wanted) }).toEqual({ what, isNew: true })
      }
    })
  },
)

/** What is wanted after each of the changes, one upon the other. */
function textsOf(changes: readonly Change[]): readonly string[] {
  const wanted = base(undefined)
  return [
    textOf(wanted),
    ...changes.map(({ make }) => {
      make(wanted, base(undefined))
      return textOf(wanted)
    }),
  ]
}

function at<T>(all: readonly T[], index: number): T {
  const one = all[index]
  if (one === undefined) throw new Error(`BUG: nothing at ${index}`)
  return one
}

/** One of so many, the same ones for the same seed. */
function chooser(start: number): (many: number) => number {
  let state = start >>> 0
  return (of) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) % of
  }
}
