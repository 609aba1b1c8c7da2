import type { LabNode } from '../lab-node.ts'
import type { LabProcess } from '../lab-process.ts'
import { defaultFrr } from '../releases/frr-versions.ts'
import { type DaemonName, type DaemonOptions, startSteps } from './daemons.ts'
import { createDirectories, type FrrPlaces, frrPlaces, writeOwned } from './directories.ts'
import type { FrrInstall } from './install.ts'
import { startDaemon } from './start-daemon.ts'
import { parseShow, vtyshFor } from './vtysh.ts'

/** The FRR that runs on a node. */
export type Frr = FrrPlaces & {
  readonly node: LabNode
  readonly install: FrrInstall
  /** Runs commands one after the other in one vtysh; answers what it prints. */
  vtysh(...commands: readonly string[]): Promise<string>
  /** The parsed answer to a `show … json`. `T` is what you expect: nothing checks it. */
  show<T>(command: string): Promise<T>
  /** `show running-config`. */
  running(): Promise<string>
  /** Writes frr.conf and loads it into the running daemons, on top of what they have. Throws FRR's complaints. */
  load(config: string): Promise<void>
  /** Starts a daemon that does not run, and gives it its part of frr.conf. */
  startDaemon(daemon: DaemonName): Promise<void>
  /** Ends a daemon by SIGTERM, which lets it close its sessions. */
  stopDaemon(daemon: DaemonName): Promise<void>
  /** Ends a daemon by SIGKILL. */
  killDaemon(daemon: DaemonName): Promise<void>
  /** stopDaemon, then startDaemon. The peers may take seconds to come back: see `timers connect`. */
  restartDaemon(daemon: DaemonName): Promise<void>
  /** The process of a running daemon, `undefined` when it does not run. */
  process(daemon: DaemonName): LabProcess | undefined
  /** Ends all daemons; frr.conf stays until the lab ends. */
  stop(): Promise<void>
}

export type FrrOptions = {
  /** As in FRR's own list of daemons: mgmtd is not asked for, it always runs where FRR has it. */
  readonly daemons?: readonly DaemonName[]
  /** The text of frr.conf; `hostname`, `log` and the like may be missing. */
  readonly config?: string
  readonly daemonOptions?: DaemonOptions
  /** The FRR to run; when absent, the first that `FRRKIT_FRR` names, or that of the machine's packages. */
  readonly install?: FrrInstall
  /** Milliseconds for each daemon to answer. */
  readonly within?: number
}

/** Starts FRR on a node, once per node; returns when every daemon answers and has its configuration. */
export async function startFrr(node: LabNode, options: FrrOptions = {}): Promise<Frr> {
  const { daemons = ['zebra', 'bgpd', 'bfdd', 'staticd'], config = '', daemonOptions = {}, within = 30_000 } = options
  const install = options.install ?? (await defaultFrr())
  if (!install) throw new Error('there is no FRR on this machine: /usr/lib/frr/bgpd or /usr/bin/vtysh is missing')
  const places = frrPlaces(install, node.namespace)
  const vtysh = vtyshFor(install, places.pathspace)
  const processes = new Map<DaemonName, LabProcess>()

  const start = async (daemon: DaemonName): Promise<void> => {
    if (running(daemon)) throw new Error(`${daemon} of node ${node.name} runs already`)
    const args = daemonOptions[daemon] ?? []
    processes.set(daemon, await startDaemon({ node, install, places, daemon, options: args, within }))
  }
  const running = (daemon: DaemonName): LabProcess | undefined => {
    const process = processes.get(daemon)
    return process?.ended() === undefined ? process : undefined
  }
  const frr: Frr = {
    ...places,
    node,
    install,
    vtysh: (...commands) => vtysh(...commands.flatMap((command) => ['-c', command])),
    show: async <T>(command: string) => parseShow(command, await frr.vtysh(command)) as T,
    running: () => frr.vtysh('show running-config'),
    async load(text) {
      await writeOwned(places.configFile, text, install.user)
      await vtysh('-b')
    },
    async startDaemon(daemon) {
      await start(daemon)
      await vtysh('-b', '-d', daemon)
    },
    stopDaemon: async (daemon) => running(daemon)?.stop(),
    killDaemon: async (daemon) => running(daemon)?.stop({ signal: 'SIGKILL' }),
    async restartDaemon(daemon) {
      await frr.stopDaemon(daemon)
      await frr.startDaemon(daemon)
    },
    process: running,
    async stop() {
      await Promise.all([...processes.values()].map((process) => process.stop()))
    },
  }
  await createDirectories(install, places)
  for (const step of startSteps([...daemons, ...alwaysThere(install)])) await Promise.all(step.map(start))
  await frr.load(config)
  return frr
}

// Without it, FRR 10 takes no configuration for zebra and staticd, and a list from the times of FRR 8 would not do.
function alwaysThere({ daemons }: FrrInstall): readonly DaemonName[] {
  return daemons.filter((name) => name === 'mgmtd')
}
