import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './files.ts'
import { writeFrrkit } from './write-frrkit.ts'

/** A copy of an example, and a terminal in it where `frrkit` is installed. */
export type Example = {
  readonly folder: string
  /** What a command prints, to the end; or until `enough`, and then it is interrupted. */
  readonly run: (command: string, enough?: (printed: string) => boolean) => Promise<string>
  /** Ends what still runs, and takes the copy away. */
  readonly remove: () => Promise<void>
}

/** Inside the repository, so that examples find the packages they import; git ignores it. */
const copies = `${root}tools/check-docs/.examples-run-${process.pid}`
const sources = '--conditions=@frrkit/source'

export async function copyExample(name: string): Promise<Example> {
  const folder = join(copies, name)
  const bin = join(copies, `${name}-bin`)
  await cp(`${root}docs/examples/${name}`, folder, { recursive: true })
  await writeFrrkit(bin)
  const env = {
    ...process.env,
    ...gitOfNobody,
    // The Node that runs the tests, and the packages of this repository as they are, built or not.
    PATH: [bin, join(process.execPath, '..'), process.env.PATH].join(':'),
    NODE_OPTIONS: sources,
    // A README runs frrkit a dozen times; what the first one has compiled, the others find.
    NODE_COMPILE_CACHE: join(copies, 'compiled'),
    PWD: folder,
  }
  const running = new Set<ChildProcess>()
  return {
    folder,
    async run(command, enough) {
      const child = spawn('bash', ['-c', `exec 2>&1\n${command}`], { cwd: folder, env, detached: true })
      running.add(child)
      const printed = await printedBy(child, enough)
      running.delete(child)
      return printed
    },
    remove: async () => {
      // A command that never prints enough outlives its test.
      for (const child of running) signalAll(child, 'SIGKILL')
      await Promise.all([folder, bin].map((path) => rm(path, { recursive: true, force: true })))
      await rm(copies, { recursive: true, force: true })
    },
  }
}

const gitOfNobody = {
  GIT_AUTHOR_NAME: 'somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.com',
  GIT_COMMITTER_NAME: 'somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.com',
  GIT_CONFIG_GLOBAL: '/dev/null',
}

async function printedBy(child: ChildProcess, enough?: (printed: string) => boolean): Promise<string> {
  const ended = once(child, 'close')
  let printed = ''
  let interrupted = false
  child.stdout?.on('data', (text: Buffer) => {
    printed += text.toString()
    if (enough?.(printed) !== true || interrupted) return
    interrupted = true
    signalAll(child, 'SIGINT')
  })
  await ended
  return printed
}

/** As Ctrl-C does: all of the foreground is told. */
function signalAll({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal)
}
