import { join } from 'node:path'
import { type Command, type ExecOptions, type ExecResult, exec } from './exec.ts'
import { type LabProcess, startProcess } from './lab-process.ts'

/** A network namespace with `lo` up. What runs in it (FRR, another BGP daemon, a test's own program) is added from outside. */
export type LabNode = {
  readonly name: string
  /** The namespace's name, unique on this machine; FRR's pathspace as well. */
  readonly namespace: string
  /** Runs a command in the namespace to its end. */
  exec(command: Command, options?: ExecOptions): Promise<ExecResult>
  /** Starts a long-running program in the namespace; the lab ends it at the latest. Its log is named after `name`. */
  spawn(command: Command, options?: SpawnOptions): LabProcess
}

export type SpawnOptions = { readonly name?: string; readonly env?: Readonly<Record<string, string>> }

export type NodeInLab = {
  readonly name: string
  readonly namespace: string
  readonly logDirectory: string
  /** Told of every process, so that the lab can end it. */
  readonly started: (process: LabProcess) => void
}

export async function createNode({ name, namespace, logDirectory, started }: NodeInLab): Promise<LabNode> {
  const inside = (command: Command): Command => ['ip', 'netns', 'exec', namespace, ...command]
  await exec(['ip', 'netns', 'add', namespace])
  await exec(['ip', '-n', namespace, 'link', 'set', 'lo', 'up'])
  await skipDuplicateAddressDetection(inside)
  return {
    name,
    namespace,
    exec: (command, options) => exec(inside(command), options),
    spawn(command, { name: program = command[0].split('/').at(-1) ?? 'program', env } = {}) {
      const logFile = join(logDirectory, `${name}-${program}.log`)
      const process = startProcess(inside(command), { logFile, ...(env && { env }) })
      started(process)
      return process
    },
  }
}

// Otherwise an address (link-local ones too, which nobody adds by hand) is unusable for its first one or two seconds.
async function skipDuplicateAddressDetection(inside: (command: Command) => Command): Promise<void> {
  const settings = '/proc/sys/net/ipv6/conf/default'
  await exec(inside(['tee', `${settings}/accept_dad`, `${settings}/dad_transmits`]), { input: '0' })
}
