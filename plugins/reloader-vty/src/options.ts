import { join } from 'node:path'
import type { OptionNames, Reloader } from '@frrkit/plugin'

export type ReloaderVtyOptions = {
  /** The folder of the daemons' sockets; /run/frr when absent. */
  readonly vtyDir?: string
  /** The pathspace (`-N`) of the FRR in question; the default FRR when absent. */
  readonly pathspace?: string
  /** What a restart of FRR reads: always the text that was verified last. `/etc/frr/[pathspace/]frr.conf` by default. */
  readonly confFile?: string
  /** Gets the texts that are not understood here. Without one they are refused. */
  readonly fallback?: Reloader
  /** Whether to undo what somebody changed in FRR by hand; true when absent. `false`: it is reported and left alone. */
  readonly mend?: boolean
  /** Milliseconds from one audit to the next; 0 for none. */
  readonly auditEvery?: number
  /** Milliseconds for a daemon to answer a question. */
  readonly answerWithin?: number
  /** Milliseconds for a daemon to take a line of configuration; a batch of many gets more. */
  readonly applyWithin?: number
}

export const optionNames: OptionNames<ReloaderVtyOptions> = {
  vtyDir: true,
  pathspace: true,
  confFile: true,
  fallback: true,
  mend: true,
  auditEvery: true,
  answerWithin: true,
  applyWithin: true,
}

export type Settings = {
  readonly places: { readonly vtyDir: string; readonly pathspace: string | undefined }
  readonly confFile: string
  readonly fallback: Reloader | undefined
  readonly mend: boolean
  readonly auditEvery: number
  readonly answerWithin: number
  readonly applyWithin: number
}

const types = {
  confFile: 'string',
  pathspace: 'string',
  vtyDir: 'string',
  mend: 'boolean',
  auditEvery: 'number',
  answerWithin: 'number',
  applyWithin: 'number',
} as const

/** Throws where an option is of another type: options may come from a file that no compiler has seen. */
export function settingsOf(options: ReloaderVtyOptions): Settings {
  for (const [name, type] of Object.entries(types)) {
    const value: unknown = options[name as keyof typeof types]
    if (value !== undefined && typeof value !== type) throw new Error(`the option ${name} has to be a ${type}`)
  }
  const { pathspace, vtyDir = '/run/frr' } = options
  return {
    places: { vtyDir, pathspace },
    confFile: options.confFile ?? join('/etc/frr', pathspace ?? '', 'frr.conf'),
    fallback: options.fallback,
    mend: options.mend ?? true,
    // What somebody changes by hand stands for a minute at most; a look costs FRR some milliseconds (see watch/audit.ts).
    auditEvery: options.auditEvery ?? 60_000,
    answerWithin: options.answerWithin ?? 10_000,
    // One line may have a list of ten thousand entries committed, or a router with all its sessions taken away.
    applyWithin: options.applyWithin ?? 30_000,
  }
}
