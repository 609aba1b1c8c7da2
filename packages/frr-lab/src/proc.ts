import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { LabOwner } from './lab-id.ts'

/** When a running process started, in clock ticks since boot; `undefined` when it is gone, or dead and not yet reaped. */
export function startTicksOf(pid: number): number | undefined {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  return stat === undefined ? undefined : parseStat(stat)
}

/** Field 22 of /proc/PID/stat, unless field 3 says zombie. The second field is a file name and may hold blanks and brackets. */
export function parseStat(stat: string): number | undefined {
  const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return state === 'Z' ? undefined : Number(fields[18])
}

export function thisProcess(): LabOwner {
  const startTicks = startTicksOf(process.pid)
  if (startTicks === undefined) throw new Error('cannot read /proc: a lab needs Linux with /proc mounted')
  return { pid: process.pid, startTicks }
}

export function isAlive({ pid, startTicks }: LabOwner): boolean {
  return startTicksOf(pid) === startTicks
}

/** The processes that live in the namespace of this file, what `ip netns pids` answers but without starting a program. */
export function pidsIn(netnsFile: string): readonly number[] {
  const wanted = attempt(() => statSync(netnsFile))
  if (!wanted) return []
  return allPids().filter((pid) => {
    const own = attempt(() => statSync(`/proc/${pid}/ns/net`))
    return own?.ino === wanted.ino && own.dev === wanted.dev
  })
}

/** The processes whose arguments satisfy `wanted`; a zombie has none. */
export function pidsWithArguments(wanted: (args: readonly string[]) => boolean): readonly number[] {
  return allPids().filter((pid) =>
    wanted(attempt(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))?.split('\0') ?? []),
  )
}

function allPids(): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

// Processes come and go while we look: one that cannot be read is one that is gone.
function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
