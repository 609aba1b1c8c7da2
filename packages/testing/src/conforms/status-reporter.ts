import type { StatusReporter } from '@frrkit/plugin'
import { describe, expect, test } from 'vitest'
import { deepFreeze } from '../deep-freeze.ts'
import { expectIdentity } from './expect-identity.ts'
import { generous, inTime, type Patience } from './in-time.ts'
import { everyReport } from './reports.ts'
import { withSetUp } from './with-set-up.ts'

/** A reporter whose reader listens. Called once for each test. */
export type StatusReporterSetup = () => Promise<{
  readonly reporter: StatusReporter
  /** Takes its reader away: the API server, say. Without it, there is none that could go away. */
  readonly breakDown?: () => Promise<void>
  readonly close?: () => Promise<void>
}>

/** What every status reporter must do, whoever it tells. `name` is the plugin's. */
export function statusReporterConforms(name: string, setUp: StatusReporterSetup, patience: Patience = {}): void {
  const withReporter = withSetUp(setUp)

  describe(`${name} is a status reporter`, () => {
    test(
      'it states the contract and a name like its package',
      generous,
      withReporter(async ({ reporter }) => {
        expectIdentity(reporter, { contract: 'status-reporter/v1', define: 'defineStatusReporter', name })
      }),
    )

    test(
      'it takes every report that a daemon makes, whether it runs yet or not',
      generous,
      withReporter(async ({ reporter }, stop) => {
        await tellAll(reporter, stop.signal, patience)
        const running = reporter.run?.(stop.signal)
        await tellAll(reporter, stop.signal, patience)
        stop.abort()
        await ended(running, patience)
      }),
    )

    test(
      'it does not fail because its reader is away',
      generous,
      withReporter(async ({ reporter, breakDown }, stop) => {
        await breakDown?.()
        const running = reporter.run?.(stop.signal)
        await tellAll(reporter, stop.signal, patience)
        stop.abort()
        await ended(running, patience)
      }),
    )

    test(
      'what it does besides ends with its signal, also before the first report',
      generous,
      withReporter(async ({ reporter }, stop) => {
        const running = reporter.run?.(stop.signal)
        stop.abort()
        await ended(running, patience)
      }),
    )

    test(
      'what it does besides ends at once if the abort came first',
      generous,
      withReporter(async ({ reporter }, stop) => {
        stop.abort()
        await ended(reporter.run?.(stop.signal), patience)
      }),
    )
  })
}

async function tellAll(reporter: StatusReporter, signal: AbortSignal, patience: Patience): Promise<void> {
  for (const said of everyReport) {
    const told = reporter.report(deepFreeze({ ...said }), signal).then(() => 'told', String)
    const answer = await inTime(told, `report does not return after ${said.case}`, patience)
    expect(answer, `report must not fail, nor change what it is told; it was told of ${said.case}`).toBe('told')
  }
}

/** An AbortError is one of the two ways to end. */
async function ended(running: Promise<void> | undefined, patience: Patience): Promise<void> {
  try {
    if (running !== undefined) await inTime(running, 'run has not ended with its signal', patience)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'AbortError') throw error
  }
}
