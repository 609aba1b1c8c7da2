import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { waitFor } from '@frrkit/frr-lab'

export type LogLine = { readonly level: string; readonly msg: string; readonly [field: string]: unknown }

/** The real daemon in a process of its own, and what it has logged so far. */
export type FrrkitProcess = {
  readonly lines: readonly LogLine[]
  /** The first line from `since` on (an index into `lines`) whose message matches. */
  logged(message: RegExp, since?: number): Promise<LogLine>
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>
}

const bin = fileURLToPath(new URL('../src/bin.ts', import.meta.url))

export function startFrrkit(words: readonly string[]): FrrkitProcess {
  const child = spawn(process.execPath, ['--conditions=@frrkit/source', bin, 'run', '--output', 'json', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Half of the time that sources take to load is stripping and compiling them.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'frrkit-compile-cache'), ...process.env },
  })
  const lines: LogLine[] = []
  const errors: string[] = []
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(JSON.parse(line)))
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  return {
    lines,
    logged: (message, since = 0) =>
      waitFor(
        `a log line like ${message}`,
        (seen) => {
          const last = lines.slice(-5).map(({ msg }) => msg)
          seen(last.length === 0 ? 'not a line' : last.join(' | '))
          return found(lines.slice(since), message, child, errors)
        },
        { within: 60_000 },
      ),
    stop: () => stop(child),
  }
}

function found(lines: readonly LogLine[], message: RegExp, child: ChildProcess, errors: readonly string[]) {
  if (child.exitCode !== null) throw new Error(`frrkit ended with ${child.exitCode}: ${errors.join('\n')}`)
  return lines.find(({ msg }) => message.test(msg))
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  return child.exitCode
}
