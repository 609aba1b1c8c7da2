import * as fc from 'fast-check'
import { checks } from './checks/checks.ts'
import { frrSyntax } from './checks/frr-syntax.ts'
import { type Trial, trials } from './checks/trial.ts'
import { compileWorld } from './compile-world.ts'
import { createSyntaxBatch } from './syntax-batch.ts'
import type { SyntaxCheck } from './vtysh.ts'

export type FuzzOptions = {
  readonly cases: number
  readonly seed: number
  /** FRR's own parser; without it, what is accepted is only read by ours. */
  readonly vtysh?: SyntaxCheck
  /** Hears after each case how far it is. */
  readonly progress?: (tally: Tally) => void
}

/** Counted while it runs. */
export type Tally = {
  cases: number
  accepted: number
  /** How many worlds led to a problem of that code. */
  readonly codes: Map<string, number>
}

export type Failure = { readonly check: string; readonly says: string; readonly trial: Trial }

/** Every check in every world; the failure, if there is one, is shrunk to the smallest world that still fails. */
export function runFuzz(options: FuzzOptions): { readonly tally: Tally; readonly failure: Failure | undefined } {
  const { cases, seed, vtysh, progress } = options
  const tally: Tally = { cases: 0, accepted: 0, codes: new Map() }
  const batch = vtysh === undefined ? undefined : createSyntaxBatch(vtysh)
  let counting = true
  const details = fc.check(
    fc.property(trials, (trial) => {
      // What follows a failure is shrinking, and counts no more.
      const compiled = compileAndCheck(trial, [], () => (counting = false))
      if (!counting) return
      if (compiled.ok) batch?.add(tally.cases, compiled)
      count(tally, compiled)
      progress?.(tally)
      counting = batch?.refused() === undefined
    }),
    { seed, numRuns: cases, interruptAfterTimeLimit: 2 ** 31 - 1 },
  )
  batch?.flush()
  if (details.failed) return { tally, failure: failureOf(details) }
  const refused = batch?.refused()
  if (refused === undefined || vtysh === undefined) return { tally, failure: undefined }
  // The same case again, now with FRR's parser in the property, so that it is shrunk to what FRR refuses.
  const again = fc.check(
    fc.property(trials, (trial) => void compileAndCheck(trial, [['frr-syntax', frrSyntax(vtysh)]], () => {})),
    { seed, path: String(refused), numRuns: cases },
  )
  return { tally, failure: failureOf(again) }
}

type Named = readonly (readonly [string, (typeof checks)[string]])[]

/** Throws with the name of the check in front. */
function compileAndCheck(trial: Trial, more: Named, failed: () => void): ReturnType<typeof compileWorld> {
  const named = <T>(name: string, run: () => T): T => {
    try {
      return run()
    } catch (error) {
      failed()
      const { stack, message } = error instanceof Error ? error : new Error(String(error))
      throw new Error(`${name}\n${name === 'compiling' ? stack : message}`, { cause: error })
    }
  }
  const compiled = named('compiling', () => compileWorld(trial.world))
  for (const [name, check] of [...Object.entries(checks), ...more]) named(name, () => check(trial, compiled))
  return compiled
}

function count(tally: Tally, compiled: ReturnType<typeof compileWorld>): void {
  tally.cases++
  if (compiled.ok) tally.accepted++
  const problems = compiled.ok ? compiled.value.problems : compiled.problems
  for (const code of new Set(problems.map((problem) => problem.code))) {
    tally.codes.set(code, (tally.codes.get(code) ?? 0) + 1)
  }
}

function failureOf(details: fc.RunDetails<[Trial]>): Failure {
  const { counterexample, errorInstance } = details
  if (counterexample === null || !(errorInstance instanceof Error)) throw new Error('BUG: a failure without an example')
  const [check = '', ...says] = errorInstance.message.split('\n')
  return { check, says: says.join('\n'), trial: counterexample[0] }
}
