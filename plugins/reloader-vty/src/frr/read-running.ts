import { type DaemonName, describeVtyError, runningConfig, type VtyError } from '@frrkit/vty'
import { type Daemons, type Sessions, sameSessions } from './daemons.ts'

/** What each daemon runs, as it shows it: with passwords. */
export type Shown = {
  readonly texts: ReadonlyMap<DaemonName, string>
  /** On which connections it was shown. */
  readonly sessions: Sessions
}

/** `within`: milliseconds for a daemon to show all it has. */
export type Reading = { readonly signal: AbortSignal; readonly within: number }

export type ReadRunning = { readonly ok: true; readonly shown: Shown } | { readonly ok: false; readonly words: string }

/**
 * Asks daemons for their running configuration, all of them or those named. One that does not run shows nothing, and has
 * nothing; one that runs and does not answer makes the whole unknown.
 */
export async function readRunning(
  daemons: Daemons,
  reading: Reading,
  only?: ReadonlySet<DaemonName>,
): Promise<ReadRunning> {
  const names = (await daemons.withSocket()).filter((daemon) => only?.has(daemon) ?? true)
  const answers = await Promise.all(
    names.map(async (daemon) => [daemon, await runningConfig(daemons.connection(daemon), reading)] as const),
  )
  const errors = answers.flatMap(([, answer]) => (answer.ok ? [] : [answer.error]))
  const silent = errors.find((error) => !isNotRunning(error))
  if (silent !== undefined) return { ok: false, words: describeVtyError(silent) }
  const texts = new Map(answers.flatMap(([daemon, answer]) => (answer.ok ? [[daemon, answer.value] as const] : [])))
  if (texts.size === 0 && only === undefined) return { ok: false, words: nobody(errors, daemons.folder) }
  const sessions = daemons.sessions()
  return { ok: true, shown: { texts, sessions } }
}

/** A killed daemon leaves its socket behind. A socket that we may not open is somebody we know nothing about. */
function isNotRunning({ reason, words }: VtyError): boolean {
  return reason === 'absent' && !/may not be opened/.test(words)
}

function nobody(errors: readonly VtyError[], folder: string): string {
  return errors.length === 0
    ? `there is no daemon of FRR here: no sockets in ${folder}`
    : `no daemon of FRR answers:\n${errors.map(describeVtyError).join('\n')}`
}

/** Reads until two looks in a row agree: a daemon that has just begun may be given its frr.conf this very moment. */
export async function readSettled(
  daemons: Daemons,
  reading: Reading,
  pause: () => Promise<void>,
): Promise<ReadRunning> {
  let last = await readRunning(daemons, reading)
  for (let looks = 0; looks < 50 && last.ok; looks++) {
    await pause()
    const next = await readRunning(daemons, reading)
    if (!next.ok || agree(last.shown, next.shown)) return next
    last = next
  }
  return last
}

function agree(one: Shown, other: Shown): boolean {
  return (
    sameSessions(one.sessions, other.sessions) &&
    one.texts.size === other.texts.size &&
    [...one.texts].every(([daemon, text]) => other.texts.get(daemon) === text)
  )
}
