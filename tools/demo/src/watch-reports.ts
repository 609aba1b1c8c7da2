import { defineStatusReporter, type NodeReport, type StatusReporter } from '@frrkit/plugin'

/** A status reporter that the demo can wait on. */
export type Reports = {
  readonly reporter: StatusReporter
  newest(): NodeReport | undefined
  /** The first report from now on, the newest one included, of which this is true. */
  until(isTrue: (report: NodeReport) => boolean, signal: AbortSignal): Promise<NodeReport>
}

export function watchReports(): Reports {
  let newest: NodeReport | undefined
  const readers = new Set<(report: NodeReport) => void>()
  return {
    reporter: defineStatusReporter({
      name: 'status-demo',
      async report(report) {
        newest = report
        for (const reader of readers) reader(report)
      },
    }),
    newest: () => newest,
    until(isTrue, signal) {
      if (newest !== undefined && isTrue(newest)) return Promise.resolve(newest)
      return new Promise((resolve, reject) => {
        const stop = (): void => {
          readers.delete(reader)
          signal.removeEventListener('abort', abort)
        }
        const reader = (report: NodeReport): void => {
          if (!isTrue(report)) return
          stop()
          resolve(report)
        }
        const abort = (): void => {
          stop()
          reject(signal.reason)
        }
        readers.add(reader)
        signal.addEventListener('abort', abort, { once: true })
        if (signal.aborted) abort()
      })
    },
  }
}
