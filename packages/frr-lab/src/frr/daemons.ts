import type { Command } from '../exec.ts'

export const daemonNames = ['mgmtd', 'zebra', 'bgpd', 'bfdd', 'staticd'] as const
export type DaemonName = (typeof daemonNames)[number]

/** More arguments for a daemon, for example `{ bgpd: ['-p', '1179'] }`. */
export type DaemonOptions = Readonly<Partial<Record<DaemonName, readonly string[]>>>

/**
 * Who starts before whom; those of one step start together. From FRR 10 on, mgmtd hands the others their configuration.
 * A daemon that finds no zebra tries again only after ten seconds.
 */
export function startSteps(daemons: readonly DaemonName[]): readonly (readonly DaemonName[])[] {
  const others = daemonNames.filter((name) => name !== 'mgmtd' && name !== 'zebra')
  const steps: readonly (readonly DaemonName[])[] = [['mgmtd'], ['zebra'], others]
  return steps.map((step) => step.filter((name) => daemons.includes(name))).filter((step) => step.length > 0)
}

/** The command line; in the foreground, so that the process is our child, and logging to stdout, which the lab keeps. */
export function daemonCommand(program: string, pathspace: string, options: readonly string[] = []): Command {
  // Port 0: no vty over TCP, the unix socket is what everybody uses.
  return [program, '-N', pathspace, '-A', '127.0.0.1', '-P', '0', '--log', 'stdout', ...options]
}
