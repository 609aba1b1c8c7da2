import { setTimeout as sleep } from 'node:timers/promises'
import type { Io } from '../io.ts'
import type { Output } from '../print-problems.ts'
import { openFullScreen } from './full-screen.ts'
import { cut, type Paint } from './layout.ts'
import { downFirst, type Status } from './status.ts'
import { statusJson, statusLines, statusText } from './status-text.ts'

/** Looks until the signal aborts. */
export async function* lookEvery(
  milliseconds: number,
  look: (signal: AbortSignal) => Promise<Status>,
  signal: AbortSignal,
): AsyncGenerator<Status, void, undefined> {
  try {
    for (;;) {
      yield await look(signal)
      await sleep(milliseconds, undefined, { signal })
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

/** In place; answers with the last look, which is also what stays on the terminal. */
export async function watchOnTerminal(
  looks: AsyncIterable<Status>,
  paint: Paint,
  { stdout }: Pick<Io, 'stdout'>,
): Promise<Status | undefined> {
  const screen = openFullScreen(stdout)
  let last: Status | undefined
  try {
    for await (const status of looks) {
      last = status
      const { width, height } = screen
      const linesOf = (shown: Status) => [
        ...statusLines(shown, { paint, width }),
        '',
        paint(cut('Ctrl-C ends', width), 'quiet'),
      ]
      const lines = linesOf(status)
      // Whoever looks at a few of many looks for those that are down.
      screen.show(lines.length > height ? linesOf(downFirst(status)) : lines)
    }
  } finally {
    screen.leave()
  }
  if (last !== undefined) stdout.write(statusText(last, paint))
  return last
}

/** For pipes and logs: one look after the other, each with its time. */
export async function watchInLines(
  looks: AsyncIterable<Status>,
  output: Output,
  { stdout }: Pick<Io, 'stdout'>,
): Promise<Status | undefined> {
  let last: Status | undefined
  for await (const status of looks) {
    last = status
    const at = new Date().toISOString()
    if (output === 'json') stdout.write(`${JSON.stringify({ at, ...statusJson(status) })}\n`)
    else stdout.write(`${at}\n${statusText(status, (text) => text)}\n`)
  }
  return last
}
