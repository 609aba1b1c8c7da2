import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { namespace, nodeName } from './cases.ts'
import { processorTime } from './processor-time.ts'

/** MiB, by the kernel's count, and seconds of a processor so far. */
export type Look = { readonly resident: number; readonly peak: number; readonly processor: number }

/** The built daemon in a process of its own. */
export type DaemonProcess = {
  /** When it was started, on the clock of `performance`. */
  readonly began: number
  /** Milliseconds from the start of the process to the first line of its log like this one. */
  readonly logged: (line: RegExp) => Promise<number>
  /** The values of its metrics, by series. */
  readonly metrics: () => Promise<ReadonlyMap<string, number>>
  readonly look: () => Promise<Look>
  readonly end: () => Promise<void>
}

export type DaemonOptions = {
  readonly kubeconfig: string
  readonly confFile: string
  readonly vtyDir: string
  readonly pathspace?: string
  /** The folder for a profile of its CPU, written at its end. */
  readonly profile?: string | undefined
}

const bin = fileURLToPath(new URL('../../../packages/cli/dist/bin.js', import.meta.url))

/** What the image tells the C library about memory. */
async function imageEnvironment(): Promise<Readonly<Record<string, string>>> {
  const dockerfile = await readFile(new URL('../../../packages/cli/Dockerfile', import.meta.url), 'utf8')
  const words = [...dockerfile.matchAll(/^ENV (.+)$/gm)].flatMap(([, line = '']) => line.split(' '))
  return Object.fromEntries(words.map((word) => word.split('=', 2)))
}

export async function startDaemon({
  kubeconfig,
  confFile,
  vtyDir,
  pathspace,
  profile,
}: DaemonOptions): Promise<DaemonProcess> {
  const flags = {
    namespace,
    kubeconfig,
    'node-name': nodeName,
    'frr-conf': confFile,
    'vty-dir': vtyDir,
    ...(pathspace !== undefined && { pathspace }),
    'health-probe-bind-address': '127.0.0.1:0',
    'metrics-bind-address': '127.0.0.1:0',
    output: 'json',
  }
  const words = Object.entries(flags).map(([name, value]) => `--${name}=${value}`)
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
  const env = { ...process.env, ...(await imageEnvironment()) }
  const began = performance.now()
  const child = spawn(process.execPath, [...profiling, bin, 'run', ...words, '--no-metrics-secure'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env,
  })
  // Nothing but us would end it when the benchmark is broken off.
  const takeAlong = () => child.kill('SIGKILL')
  process.once('exit', takeAlong)
  const ended = once(child, 'exit').finally(() => process.off('exit', takeAlong))
  const lines: { readonly text: string; readonly at: number }[] = []
  const log = createInterface({ input: child.stdout })
  log.on('line', (text) => {
    const at = performance.now() - began
    lines.push({ text, at })
    // What does not go as it should is part of what is measured.
    if (!text.includes('"level":"info"')) process.stderr.write(`after ${(at / 1_000).toFixed(1)} s: ${text}\n`)
  })

  const find = async (line: RegExp): Promise<{ readonly text: string; readonly at: number }> => {
    for (;;) {
      const found = lines.find(({ text }) => line.test(text))
      if (found !== undefined) return found
      if (child.exitCode !== null) throw new Error(`the daemon has ended, and never said ${line}`)
      await Promise.race([once(log, 'line'), ended])
    }
  }
  return {
    began,
    logged: async (line) => (await find(line)).at,
    async metrics() {
      const { msg } = JSON.parse((await find(/metrics: listening on /)).text) as { msg: string }
      const answer = await fetch(`http://${msg.split(' ').at(-1)}/metrics`)
      return new Map(
        (await answer.text()).split('\n').map((line) => {
          const end = line.lastIndexOf(' ')
          return [line.slice(0, end), Number(line.slice(end + 1))] as const
        }),
      )
    },
    async look() {
      const status = await readFile(`/proc/${child.pid}/status`, 'utf8')
      const processor = await processorTime(child.pid)
      return { resident: mebibytes(status, 'VmRSS'), peak: mebibytes(status, 'VmHWM'), processor }
    },
    async end() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function mebibytes(status: string, field: string): number {
  return Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1_024
}
