import type { DaemonName, Frr } from '@frrkit/frr-lab'
import type { Fault } from './faulty-sockets.ts'

/** What goes wrong at one command of an apply. */
export type AnyFault = {
  readonly name: string
  readonly fault: Fault
  /** The way back may meet it as well. */
  readonly stays?: boolean
  /** What has ended, or hangs, is there again. */
  readonly mend?: () => Promise<void>
}

/** Of each daemon that it ends or hangs, and of each connection that it ends, hangs, or has a command changed. */
export function allFaults(frr: Frr): readonly AnyFault[] {
  const daemons = frr.install.daemons.filter((name) => frr.process(name))
  return [
    ...daemons.flatMap((name) => [killed(frr, name), stopped(frr, name)]),
    { name: 'the socket hangs', fault: () => undefined },
    { name: 'the connection ends', fault: () => Promise.reject(new Error('cut')) },
    { name: 'the command is refused once', fault: () => 'nonsense' },
    { name: 'the command is refused', fault: () => 'nonsense', stays: true },
  ]
}

function killed(frr: Frr, name: DaemonName): AnyFault {
  let ended: Promise<void> | undefined
  return {
    name: `${name} is killed`,
    fault: async (_, command) => {
      ended = frr.killDaemon(name)
      await ended
      return command
    },
    mend: async () => {
      await ended
      await frr.startDaemon(name)
    },
  }
}

function stopped(frr: Frr, name: DaemonName): AnyFault {
  const signal = (what: NodeJS.Signals): void => {
    const { pid } = frr.process(name) ?? {}
    if (pid !== undefined) process.kill(pid, what)
  }
  return {
    name: `${name} hangs`,
    fault: (_, command) => {
      signal('SIGSTOP')
      return command
    },
    mend: async () => signal('SIGCONT'),
  }
}
