import { defineStatusReporter, type NodeReport, type Outcome, type StatusReporter } from '@frrkit/plugin'
import { conversionEntry, driftEntry, type Entry, reloadEntry } from './entries.ts'

/** The part of a pino logger that is used here. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type StatusLogOptions = { readonly log: Log }

/** Writes to the log what changed since the last report, and nothing while all is as before. */
export function statusLog({ log }: StatusLogOptions): StatusReporter {
  let conversion: Entry | undefined
  let reload: Last | undefined
  let drift = ''
  const write = (entry: Entry) => log[entry.level](entry.fields, entry.message)
  return defineStatusReporter({
    name: 'status-log',
    async report(report: NodeReport) {
      const converted = conversionEntry(report)
      if (converted.message !== conversion?.message) write(converted)
      conversion = converted
      if ((report.drift ?? '') !== drift) write(driftEntry(report))
      drift = report.drift ?? ''
      if (report.reload === undefined || report.reload === reload?.outcome) return
      const entry = reloadEntry(report.hostname, report.reload)
      if (isNews(report.reload, entry, reload)) write(entry)
      reload = { outcome: report.reload, entry }
    },
  })
}

type Last = { readonly outcome: Outcome; readonly entry: Entry }

/** Every reload that changed FRR is news; a refusal, a silence or a warning is when its words differ from the last ones. */
function isNews(outcome: Outcome, entry: Entry, last: Last | undefined): boolean {
  if (outcome.status === 'accepted' && outcome.changed) return true
  if (outcome.status !== 'accepted' || outcome.warnings !== undefined) return entry.message !== last?.entry.message
  return last?.outcome.status !== 'accepted' || last.outcome.warnings !== undefined
}
