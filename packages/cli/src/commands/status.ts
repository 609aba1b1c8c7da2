import { styleText } from 'node:util'
import type { ExitCode, Io } from '../io.ts'
import { type Output, printJson, printProblems } from '../print-problems.ts'
import type { Paint } from '../status/layout.ts'
import { openSessions } from '../status/read-status.ts'
import { isWell } from '../status/status.ts'
import { statusJson, statusText } from '../status/status-text.ts'
import { lookEvery, watchInLines, watchOnTerminal } from '../status/watch.ts'
import { whereFrrIs } from '../status/where-frr-is.ts'

export type StatusOptions = {
  readonly config?: string
  readonly vtyDir?: string
  readonly pathspace?: string
  readonly vrf?: string
  readonly once?: boolean
  /** Seconds between two looks; `true` where none are given. */
  readonly watch?: number | true
  readonly output: Output
}

const colours = { good: 'green', bad: 'red', quiet: 'dim' } as const

/** Shows FRR's sessions, once or until SIGINT or SIGTERM; the exit code is about the last look. */
export async function statusCommand(options: StatusOptions, io: Io): Promise<ExitCode> {
  const { output, watch, once = false, vrf } = options
  const places = await whereFrrIs(options, io.cwd)
  if (!places.ok) {
    printProblems(places.problems, io)
    return 1
  }
  const isTerminal = io.stdout.isTTY === true
  const paint: Paint = isTerminal ? (text, tone) => styleText(colours[tone], text) : (text) => text
  const stop = new AbortController()
  const sessions = openSessions({ ...places.value, vrf })
  try {
    if (once || (watch === undefined && !(isTerminal && output === 'text'))) {
      const status = await sessions.read(stop.signal)
      if (output === 'json') printJson(statusJson(status), io)
      else {
        printProblems(status.problems, io)
        io.stdout.write(statusText({ ...status, problems: [] }, paint))
      }
      return isWell(status) ? 0 : 1
    }
    void Promise.race([io.ended('SIGINT'), io.ended('SIGTERM')]).then(() => stop.abort())
    const looks = lookEvery(
      typeof watch === 'number' ? watch * 1000 : 1000,
      (signal) => sessions.read(signal),
      stop.signal,
    )
    const last = await (isTerminal && output === 'text'
      ? watchOnTerminal(looks, paint, io)
      : watchInLines(looks, output, io))
    return last === undefined || isWell(last) ? 0 : 1
  } finally {
    sessions.close()
  }
}
