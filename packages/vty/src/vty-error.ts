import type { DaemonName } from './daemons.ts'
import { hideSecrets } from './hide-secrets.ts'

/**
 * - `absent`: nobody listens on the socket, or we may not open it
 * - `lost`: the daemon ended, or closed the connection, while something was asked or since `inSession`
 * - `late`: no answer within the time given, or no place left in the queue of those who wait for one
 * - `refused`: FRR said no; `status` and `words` are its own
 * - `unreadable`: it answered, but not what the command promises (JSON)
 * - `too-long`: not sent, because FRR would cut it in two
 * - `closed`: `close` was called
 */
export type VtyReason = 'absent' | 'lost' | 'late' | 'refused' | 'unreadable' | 'too-long' | 'closed'

/** Why there is no answer, or what FRR has against a command. Plain data, made for people to read: secrets are hidden. */
export type VtyError = {
  readonly daemon: DaemonName
  readonly reason: VtyReason
  /** The command; empty when there was none yet. */
  readonly line: string
  readonly status?: number
  readonly words: string
}

export type VtyResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: VtyError }

export function vtyError({ line, words, ...rest }: VtyError): VtyError {
  return { ...rest, line: hideSecrets(line), words: hideSecrets(words.trim()) }
}

/** One line for a log or a terminal; FRR's words may add more. */
export function describeVtyError({ daemon, line, status, words }: VtyError): string {
  const asked = line === '' ? '' : ` "${line}":`
  return `${daemon}:${asked} ${words || '(no words)'}${status === undefined ? '' : ` (status ${status})`}`
}
