/** What came of one reload. `words` are FRR's own, with secrets already hidden. */
export type Outcome =
  /** FRR runs the wanted configuration; `changed` is false when it already did. */
  | { readonly status: 'accepted'; readonly changed: boolean; readonly words: string }
  /** FRR refused it. `running` says what FRR runs now: what it ran before, or a mixture that must be mended. */
  | { readonly status: 'rejected'; readonly words: string; readonly running: 'unchanged' | 'unknown' }
  /** Nobody answered: FRR is not there, or not yet. Worth another try without any change of configuration. */
  | { readonly status: 'unreachable'; readonly words: string }

/** Brings a configuration to a running FRR. When, and what follows a failure, is the caller's business. */
export type Reloader = {
  readonly contract: 'reloader/v1'
  /** The package name without its scope. */
  readonly name: string
  /** Applies the text of a whole frr.conf. Never called twice at a time, and never retries by itself. */
  reload(frrConf: string, signal: AbortSignal): Promise<Outcome>
  /** The configuration that FRR runs now, as `show running-config` writes it, with secrets hidden. */
  running?(signal: AbortSignal): Promise<string>
}

export function defineReloader(reloader: Omit<Reloader, 'contract'>): Reloader {
  return { contract: 'reloader/v1', ...reloader }
}
