import type { NodeReport, StatusReporter } from '@frrkit/plugin'
import { onTestFinished } from 'vitest'

/** Takes what a pino logger takes. */
export type TestLog = Readonly<Record<'info' | 'warn' | 'error', (fields: object, message: string) => void>>

export type RunningReporter = {
  /** A report of the node `worker-1`; what is not said is as after a conversion of nothing that went well. */
  readonly report: (said?: Partial<NodeReport>) => Promise<void>
  /** The messages that it has logged, of every level. */
  readonly log: readonly string[]
}

/** Runs a reporter as the daemon does, until the test is over. What shall end after it is told to vitest before. */
export function runReporter(make: (log: TestLog) => StatusReporter): RunningReporter {
  const [ended, log] = [new AbortController(), [] as string[]]
  const write = (_: object, message: string) => void log.push(message)
  const reporter = make({ info: write, warn: write, error: write })
  const running = reporter.run?.(ended.signal)
  onTestFinished(async () => {
    ended.abort()
    await running
  })
  const conversion = { ok: true, problems: [], objects: [], leftOut: [] }
  return {
    report: (said) => reporter.report({ hostname: 'worker-1', conversion, ...said }, ended.signal),
    log,
  }
}
