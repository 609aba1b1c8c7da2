import { spawn } from 'node:child_process'

/** A program and its arguments; no shell reads it. */
export type Command = readonly [program: string, ...args: string[]]

export type CommandOptions = {
  /** Milliseconds until the program is ended by force. */
  readonly within: number
  readonly signal: AbortSignal
}

export type CommandResult = { readonly exitCode: number; readonly stdout: string; readonly stderr: string }

/** Runs a program to its end. Rejects when it cannot run, takes too long, or the signal aborts (with its reason). */
export async function runCommand([program, ...args]: Command, options: CommandOptions): Promise<CommandResult> {
  const { within, signal } = options
  signal.throwIfAborted()
  const child = spawn(program, args, {
    // Its own process group: frr-reload.py starts vtysh after vtysh, and all of them have to go when it has.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    // vtysh notes its commands in a file in the home directory; the ones that remove a password name the password.
    env: { ...process.env, VTYSH_HISTFILE: '/dev/null' },
  })
  const ended = Promise.withResolvers<number>()
  child.once('error', ended.reject)
  child.once('close', (exitCode) => ended.resolve(exitCode ?? -1))
  let endedByUs: 'aborted' | 'late' | undefined
  const end = (why: 'aborted' | 'late') => () => {
    endedByUs ??= why
    killGroup(child.pid)
  }
  const late = setTimeout(end('late'), within)
  const abort = end('aborted')
  signal.addEventListener('abort', abort, { once: true })
  const stdout = collect(child.stdout)
  const stderr = collect(child.stderr)
  try {
    const exitCode = await ended.promise
    if (endedByUs === 'aborted') throw signal.reason
    if (endedByUs === 'late') throw new Error(`${program} did not end within ${within / 1000} s`)
    return { exitCode, stdout: stdout(), stderr: stderr() }
  } finally {
    clearTimeout(late)
    signal.removeEventListener('abort', abort)
  }
}

function collect(stream: NodeJS.ReadableStream): () => string {
  const chunks: Uint8Array[] = []
  stream.on('data', (bytes: Uint8Array) => chunks.push(bytes))
  return () => Buffer.concat(chunks).toString('utf8')
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It ended in the meantime, which is what we want.
  }
}
