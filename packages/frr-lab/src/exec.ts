import { spawn, spawnSync } from 'node:child_process'
import { hidePasswords } from './hide-passwords.ts'
import { lastLines } from './last-lines.ts'

/** A program and its arguments; no shell reads it. */
export type Command = readonly [string, ...string[]]

export type ExecResult = { readonly stdout: string; readonly stderr: string; readonly exitCode: number }

export type ExecOptions = {
  /** What the command reads on its standard input; nothing when absent. */
  readonly input?: string
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  /** The directory it runs in; that of this process when absent. */
  readonly cwd?: string
  readonly signal?: AbortSignal
  /** `false`: a non-zero exit code is an answer, not an error. */
  readonly check?: boolean
}

/** Runs a command to its end. Throws, naming the command and its last words, when it cannot run or (unless `check` is false) fails. */
export function exec(command: Command, options: ExecOptions = {}): Promise<ExecResult> {
  const { input = '', env = {}, cwd, signal, check = true } = options
  const [file, ...args] = command
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { env: { ...process.env, ...env }, cwd, stdio: 'pipe', ...(signal && { signal }) })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes))
    child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes))
    child.once('error', (error) => reject(signal?.aborted ? signal.reason : cannotRun(command, error)))
    child.once('close', (exitCode, endedBy) => {
      const result = { stdout: text(stdout), stderr: text(stderr), exitCode: exitCode ?? -1 }
      if (exitCode === null) reject(failed(command, `was ended by ${endedBy}`, result))
      else if (check && exitCode !== 0) reject(failed(command, `ended with exit code ${exitCode}`, result))
      else resolve(result)
    })
    // A command that does not read its input may be gone before we wrote it; its exit code tells the story.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** The same for an exit hook, where nothing asynchronous runs any more. Never throws on an exit code. */
export function execSync(command: Command): ExecResult {
  const [file, ...args] = command
  const { stdout, stderr, status, error } = spawnSync(file, args, { encoding: 'utf8' })
  if (error) throw cannotRun(command, error)
  return { stdout, stderr, exitCode: status ?? -1 }
}

function text(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8')
}

function cannotRun(command: Command, cause: Error): Error {
  return new Error(`cannot run "${hidePasswords(command.join(' '))}": ${cause.message}`, { cause })
}

// FRR's tools complain on stdout as often as on stderr, so the message shows both.
function failed(command: Command, how: string, { stdout, stderr }: ExecResult): Error {
  const words = lastLines(`${stderr.trimEnd()}\n${stdout.trimEnd()}`.trim(), 40)
  return new Error(hidePasswords(`"${command.join(' ')}" ${how}${words && `:\n${words}`}`))
}
