import { readFile } from 'node:fs/promises'
import { frrVersions, requireLab, waitFor } from '@frrkit/frr-lab'
import { reloaderVty } from '@frrkit/reloader-vty'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allFaults } from '../src/any-fault.ts'
import { base } from '../src/base.ts'
import type { Change } from '../src/changes/change.ts'
import { scenesFor } from '../src/changes/scenes.ts'
import { failAt } from '../src/fail-at.ts'
import { type FaultyFrr, startFaultyFrr } from '../src/faulty-frr.ts'
import { runsButForCopies } from '../src/runs.ts'
import { textOf } from '../src/spec.ts'

const canRun = await requireLab()
const signal = new AbortController().signal
const runs = Number(process.env.FRRKIT_RUNS ?? 5)
// The long run looks for what nobody has seen, the short one for what has been right before.
const seed = Number(process.env.FRRKIT_SEED ?? (process.env.FRRKIT_RUNS ? Date.now() % 1_000_000 : 1))
/** Which of the texts, how much further, and what happens at which command: each counted round. */
const changeAndFault = fc.record({
  from: fc.nat({ max: 10_000 }),
  further: fc.integer({ min: 1, max: 20 }),
  fault: fc.nat({ max: 10_000 }),
  command: fc.nat({ max: 10_000 }),
})

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'random faults of FRR $version',
  { timeout: 3_600_000 },
  (install) => {
    let faulty: FaultyFrr
    beforeAll(async () => {
      faulty = await startFaultyFrr('random-faults', install)
    }, 60_000)
    afterAll(() => faulty?.stop())
    const texts = textsOf(scenesFor(install).find(({ withVrf }) => !withVrf)?.changes ?? [])

    test(`the old configuration or the new one, and it is said which; seed ${seed}, ${runs} runs`, async () => {
      const { frr, sockets } = faulty
      const { configFile: confFile, pathspace } = frr
      const isThere = async (text: string) =>
        (await readFile(confFile, 'utf8')) === text && (await runsButForCopies(frr, text))
      const property = fc.asyncProperty(changeAndFault, async ({ from, further, fault: nth, command }) => {
        const [old, wanted] = [at(texts, from), at(texts, from + further)]
        const patience = { answerWithin: 1000, applyWithin: 3000 }
        const reloader = reloaderVty({ confFile, pathspace, vtyDir: sockets.vtyDir, auditEvery: 0, ...patience })
        const to = async (text: string) =>
          expect(await reloader.reload(text, signal)).toMatchObject({ status: 'accepted' })

        await to(old)
        const counted = failAt(sockets, -1, (_, said) => said)
        await to(wanted)
        sockets.set()
        await to(old)
        const { name, fault, stays, mend } = at(allFaults(frr), nth)
        const which = command % Math.max(counted(), 1)
        const what = `${name} at ${which} of ${counted()}`
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
      })
      await fc.assert(property, { numRuns: runs, seed, endOnFailure: true })
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
  const one = all[index % all.length]
  if (one === undefined) throw new Error('BUG: there is none')
  return one
}
