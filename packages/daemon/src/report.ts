import type { NodeReport, StatusReporter } from '@frrkit/plugin'
import { coalesce } from './coalesce.ts'

/** Hands the newest report to every reporter; a slow one misses what lies in between, and holds up no other. */
export function createReporting(
  reporters: readonly StatusReporter[],
  signal: AbortSignal,
): { start(): void; publish(report: NodeReport): void; idle(): Promise<void> } {
  let newest: NodeReport | undefined
  const desks = reporters.map((reporter) =>
    coalesce(async () => {
      if (newest === undefined) return
      try {
        await reporter.report(newest, signal)
      } catch (error) {
        // The contract asks reporters not to fail. One that does must not take the daemon with it, nor go unseen.
        process.emitWarning(`${reporter.name} could not report: ${String(error)}`)
      }
    }),
  )
  let runs: readonly Promise<void>[] = []
  const run = async (reporter: StatusReporter): Promise<void> => {
    try {
      await reporter.run?.(signal)
    } catch (error) {
      if (!signal.aborted) process.emitWarning(`${reporter.name} ended: ${String(error)}`)
    }
  }
  return {
    start: () => {
      runs = reporters.map(run)
    },
    publish: (report) => {
      newest = report
      for (const desk of desks) desk.request()
    },
    idle: async () => {
      await Promise.all([...runs, ...desks.map((desk) => desk.idle())])
    },
  }
}
