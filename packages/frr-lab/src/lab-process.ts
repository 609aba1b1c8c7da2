import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Command } from './exec.ts'
import { hidePasswords } from './hide-passwords.ts'
import { lastLines } from './last-lines.ts'

/** A long-running program of the lab. */
export type LabProcess = {
  readonly pid: number
  /** What it wrote to stdout and stderr; goes away with the lab. */
  readonly logFile: string
  /** How it ended ('exit code 1', 'SIGKILL'), or `undefined` while it runs. */
  ended(): string | undefined
  /** Sends the signal and waits for the end; after `grace` milliseconds SIGKILL follows. Safe to call twice. */
  stop(options?: { readonly signal?: NodeJS.Signals; readonly grace?: number }): Promise<void>
  /** The end of its log, for messages: passwords hidden. */
  lastWords(lines?: number): string
}

export type ProcessOptions = { readonly logFile: string; readonly env?: Readonly<Record<string, string>> }

export function startProcess(command: Command, { logFile, env = {} }: ProcessOptions): LabProcess {
  const [file, ...args] = command
  // Files, not pipes: a pipe keeps the reader waiting for as long as any child of the program holds its end.
  const log = openSync(logFile, 'a', 0o600)
  // Its own process group: Ctrl-C in the terminal then goes to us alone, and we end the lab in order.
  const child = spawn(file, args, { env: { ...process.env, ...env }, detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  child.on('error', () => {})
  const { pid } = child
  if (pid === undefined) throw new Error(`cannot run "${hidePasswords(command.join(' '))}"`)
  // A forgotten lab must not keep the process of its owner alive.
  child.unref()

  const ended = (): string | undefined =>
    child.signalCode ?? (child.exitCode === null ? undefined : `exit code ${child.exitCode}`)
  return {
    pid,
    logFile,
    ended,
    lastWords: (lines = 20) => hidePasswords(lastLines(readFileSync(logFile, 'utf8'), lines)),
    async stop({ signal = 'SIGTERM', grace = 5000 } = {}) {
      if (ended() !== undefined) return
      child.ref()
      const end = once(child, 'exit')
      const enough = new AbortController()
      // The group, not the process alone: a program may have started others.
      process.kill(-pid, signal)
      const late = sleep(grace, 'late', { signal: enough.signal }).catch(() => 'ended')
      if ((await Promise.race([end, late])) === 'late') process.kill(-pid, 'SIGKILL')
      await end
      enough.abort()
    },
  }
}
