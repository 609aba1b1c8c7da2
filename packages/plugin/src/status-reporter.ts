import type { ObjectRef, Problem } from '@frrkit/model'
import type { Outcome } from './reloader.ts'

/** What is to be known about the node after one round. */
export type NodeReport = {
  readonly hostname: string
  /** Whether there is a configuration. With `keep`, a failure leaves the previous one in force. */
  readonly conversion: {
    readonly ok: boolean
    /** Errors and warnings, sorted. */
    readonly problems: readonly Problem[]
    /** The objects that speak on this node, sorted. */
    readonly objects: readonly ObjectRef[]
    /** With `quarantine`: objects that were left out so that the rest could be applied. */
    readonly leftOut: readonly ObjectRef[]
    /** Milliseconds from the objects to frr.conf. Each conversion makes an object of its own, even if it says the same. */
    readonly took?: number
  }
  /** What FRR said last; absent before the first reload. */
  readonly reload?: Outcome
  /** What somebody changed in FRR by hand, where that is left alone; absent while there is nothing. */
  readonly drift?: string
  /** What FRR runs, as `show running-config` writes it, with secrets hidden; only for reporters that say `readsRunning`. */
  readonly running?: string
}

/** Tells somebody what happened. It must not fail because its reader is away: it says so in its own log and goes on. */
export type StatusReporter = {
  readonly contract: 'status-reporter/v1'
  /** The package name without its scope. */
  readonly name: string
  /** Called on every change of the report, one call at a time, the newest last; calls in between may be left out. */
  report(report: NodeReport, signal: AbortSignal): Promise<void>
  /** What it does besides: look at FRR from time to time, answer questions. Called once, until the signal aborts. */
  run?(signal: AbortSignal): Promise<void>
  /** Asks for `running` in the reports: a `show running-config` after each reload. */
  readonly readsRunning?: boolean
}

export function defineStatusReporter(reporter: Omit<StatusReporter, 'contract'>): StatusReporter {
  return { contract: 'status-reporter/v1', ...reporter }
}
