import {
  defineStatusReporter,
  type NodeReport,
  type OptionNames,
  type Outcome,
  type StatusReporter,
} from '@frrkit/plugin'
import { conversionEntry, driftEntry, type Entry, reloadEntry } from './entries.ts'

/** The part of a pino logger that is used here. */
export type Log = {
  /** What is no news: every round of the daemon. */
  debug?(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type StatusLogOptions = { readonly log: Log }

export const optionNames: OptionNames<StatusLogOptions> = { log: false }

/** Writes to the log what changed since the last report; what is as before is for whoever debugs. */
export function statusLog({ log }: StatusLogOptions): StatusReporter {
  let conversion: { readonly of: NodeReport['conversion']; readonly entry: Entry } | undefined
  let reload: Last | undefined
  let drift = ''
  const write = (entry: Entry, news = true) => {
    if (news) log[entry.level](entry.fields, entry.message)
    else log.debug?.(entry.fields, entry.message)
  }
  return defineStatusReporter({
    name: 'status-log',
    async report(report: NodeReport) {
      if (report.conversion !== conversion?.of) {
        const entry = conversionEntry(report)
        write(entry, entry.message !== conversion?.entry.message)
        conversion = { of: report.conversion, entry }
      }
      if ((report.drift ?? '') !== drift) write(driftEntry(report))
      drift = report.drift ?? ''
      if (report.reload === undefined || report.reload === reload?.outcome) return
      const entry = reloadEntry(report.hostname, report.reload)
      write(entry, isNews(report.reload, entry, reload))
      reload = { outcome: report.reload, entry }
    },
  })
}

type Last = { readonly outcome: Outcome; readonly entry: Entry }

/** Every reload that changed or mended something is news; a refusal, a silence or a warning is when its words differ from the last ones. */
function isNews(outcome: Outcome, entry: Entry, last: Last | undefined): boolean {
  if (outcome.status === 'accepted' && (outcome.changed || outcome.mended !== undefined)) return true
  if (outcome.status !== 'accepted' || outcome.warnings !== undefined) return entry.message !== last?.entry.message
  return last?.outcome.status !== 'accepted' || last.outcome.warnings !== undefined
}
