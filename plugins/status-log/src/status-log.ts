import { defineStatusReporter, type NodeReport, type StatusReporter } from '@frrkit/plugin'
import { conversionEntry, type Entry, reloadEntry } from './entries.ts'

/** The part of a pino logger that is used here. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

export type StatusLogOptions = { readonly log: Log }

/** Writes to the log what changed since the last report, and nothing while all is as before. */
export function statusLog({ log }: StatusLogOptions): StatusReporter {
  const lastWritten = new Map<string, string>()
  const write = (about: string, { level, fields, message }: Entry): void => {
    const words = JSON.stringify([level, message])
    if (lastWritten.get(about) === words) return
    lastWritten.set(about, words)
    log[level](fields, message)
  }
  return defineStatusReporter({
    name: 'status-log',
    async report({ hostname, conversion, reload }: NodeReport) {
      write('conversion', conversionEntry(hostname, conversion))
      if (reload) write('reload', reloadEntry(hostname, reload))
    },
  })
}
