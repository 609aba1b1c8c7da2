import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type LogLine = { readonly level: string; readonly msg: string; readonly [field: string]: unknown }

/** `frrkit run` in a process of its own. */
export type FrrkitProcess = {
  readonly pid: number
  /** What it has logged so far. */
  readonly lines: readonly LogLine[]
  /** The first line from `since` on (an index into `lines`) whose message matches, when it is written. */
  logged(message: RegExp, since?: number): Promise<LogLine>
  /** Sends the signal, and waits for the end: its exit code, null after SIGKILL. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
}

const bin = join(dirname(fileURLToPath(import.meta.resolve('@frrkit/cli/package.json'))), 'src/bin.ts')
/** Milliseconds; a busy machine takes ten seconds to load the daemon. */
const patience = 60_000

export function startFrrkit(words: readonly string[]): FrrkitProcess {
  const child = spawn(process.execPath, ['--conditions=@frrkit/source', bin, 'run', '--output', 'json', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Half of the time that sources take to load is stripping and compiling them.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), 'frrkit-compile-cache'), ...process.env },
  })
  const { pid } = child
  if (pid === undefined) throw new Error('BUG: node does not start')
  // Nothing but us would end it when the tests are broken off.
  const takeAlong = () => child.kill('SIGKILL')
  process.once('exit', takeAlong)
  const lines: LogLine[] = []
  const errors: string[] = []
  const news = new EventEmitter().setMaxListeners(0)
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(JSON.parse(line))
    news.emit('line')
  })
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line))
  child.once('exit', () => {
    process.off('exit', takeAlong)
    news.emit('line')
  })
  const found = (message: RegExp, since: number) => {
    const line = lines.slice(since).find(({ msg }) => message.test(msg))
    if (line === undefined && child.exitCode !== null)
      throw new Error(`frrkit ended with ${child.exitCode}: ${errors.join('\n')}`)
    return line
  }
  return {
    pid,
    lines,
    async logged(message, since = 0) {
      const already = found(message, since)
      if (already !== undefined) return already
      const late = AbortSignal.timeout(patience)
      while (!late.aborted) {
        await once(news, 'line', { signal: late }).catch(() => {})
        const line = found(message, since)
        if (line !== undefined) return line
      }
      const last = lines.slice(-5).map(({ msg }) => msg)
      throw new Error(`waited ${patience} ms for a log line like ${message}; the last ones: ${last.join(' | ')}`)
    },
    end: (signal = 'SIGTERM') => end(child, signal),
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return child.exitCode
}
