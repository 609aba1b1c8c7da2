import type { Problem } from '@frrkit/model'

/** A line of the frr.conf that was refused. */
export type RefusedLine = {
  /** Its number in the text, from 1. */
  readonly at: number
  /** What it says and where, with secrets hidden: `router bgp 64512 / neighbor 192.0.2.1 nonsense 7`. */
  readonly line: string
  readonly why: string
}

/** Which way a reload went, for reloaders that know more than one. */
export type Way = {
  /** The reloader that did it: its own name, or that of the one it handed the text to. */
  readonly by?: string
  /** Why it was that one, when it was not the usual one. */
  readonly because?: string
  /** Milliseconds from the question to the answer; the daemon fills it in. */
  readonly took?: number
}

/** What came of one reload. `words` are FRR's own, with secrets already hidden. */
export type Outcome =
  /** FRR runs the wanted configuration; `changed` is false when it already did. */
  | (Way & {
      readonly status: 'accepted'
      readonly changed: boolean
      readonly words: string
      /** What FRR had lost, or somebody had changed in it or in what it starts with, and has been put right on the way. */
      readonly mended?: string
      /** What is not as it should be although FRR runs the configuration: it could not be saved for FRR's next start. */
      readonly warnings?: readonly string[]
    })
  /** FRR refused it. `running` says what FRR runs now: what it ran before, or a mixture that must be mended. */
  | (Way & {
      readonly status: 'rejected'
      readonly words: string
      readonly running: 'unchanged' | 'unknown'
      /** The lines that the words are about, as far as they can be told; a line that is there twice is named twice. */
      readonly lines?: readonly RefusedLine[]
      /** What is wrong with the objects that ask for these lines; the daemon fills it in, where it knows them. */
      readonly problems?: readonly Problem[]
    })
  /**
   * Nobody answered: FRR is not there, or not yet. Worth another try without any change of configuration. `stopped`: the
   * reload was broken off because the daemon ends, which does not try again.
   */
  | (Way & { readonly status: 'unreachable'; readonly words: string; readonly stopped?: boolean })

/** What a reloader noticed about FRR by itself, after it had accepted a configuration. */
export type Notice =
  /** FRR, or a part of it, began anew or lost something: it wants the configuration once more. */
  | { readonly kind: 'again'; readonly words: string }
  /** Somebody changed FRR by hand and it shall stay so; without words when there is no such change any more. */
  | { readonly kind: 'drift'; readonly words: string }

/** Brings a configuration to a running FRR. When, and what follows a failure, is the caller's business. */
export type Reloader = {
  readonly contract: 'reloader/v1'
  /** The package name without its scope. */
  readonly name: string
  /** Applies the text of a whole frr.conf. Never called twice at a time, and never retries by itself. */
  reload(frrConf: string, signal: AbortSignal): Promise<Outcome>
  /** The configuration that FRR runs now, as `show running-config` writes it, with secrets hidden. */
  running?(signal: AbortSignal): Promise<string>
  /** Looks after FRR between reloads, until the signal aborts. After `again`, the same text is to be applied once more. */
  watch?(noticed: (notice: Notice) => void, signal: AbortSignal): Promise<void>
}

export function defineReloader(reloader: Omit<Reloader, 'contract'>): Reloader {
  return { contract: 'reloader/v1', ...reloader }
}
