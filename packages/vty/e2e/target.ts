import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLab, type FrrInstall, startFrr } from '@frrkit/frr-lab'
import type { DaemonName, VtyPlaces } from '../src/daemons.ts'
import { type FakeDaemon, startFakeDaemon } from '../src/fake-daemon.ts'
import { fakeLine, fakeShows } from './fake-grammar.ts'

/** Daemons that the suite talks to: real ones, or the fakes that claim to answer alike. */
export type Target = {
  readonly name: string
  readonly daemons: readonly DaemonName[]
  start(): Promise<Daemons>
}

export type Daemons = {
  readonly places: VtyPlaces
  readonly version: string
  /** Stops the process, as SIGSTOP does. */
  hang(daemon: DaemonName): void
  resume(daemon: DaemonName): void
  /** SIGKILL. */
  kill(daemon: DaemonName): Promise<void>
  /** Comes back with an empty configuration. */
  restart(daemon: DaemonName): Promise<void>
  stop(): Promise<void>
}

const names: readonly DaemonName[] = ['mgmtd', 'zebra', 'bgpd', 'bfdd', 'staticd']

export function realTarget(install: FrrInstall): Target {
  return {
    name: `FRR ${install.version}`,
    daemons: install.daemons,
    async start() {
      const lab = await createLab({ name: 'vty' })
      const node = await lab.node('a')
      const frr = await startFrr(node, { install })
      const signal = (daemon: DaemonName, name: NodeJS.Signals): void => {
        const running = frr.process(daemon)
        if (running) process.kill(running.pid, name)
      }
      return {
        places: { vtyDir: install.stateDirectory, pathspace: frr.pathspace },
        version: install.version,
        hang: (daemon) => signal(daemon, 'SIGSTOP'),
        resume: (daemon) => signal(daemon, 'SIGCONT'),
        kill: (daemon) => frr.killDaemon(daemon),
        restart: (daemon) => frr.startDaemon(daemon),
        stop: () => lab.stop(),
      }
    },
  }
}

export const fakeTarget: Target = {
  name: 'the fake',
  daemons: names,
  async start() {
    const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-vty-'))
    const places = { vtyDir, pathspace: 'a' }
    const started = await Promise.all(
      names.map(
        async (daemon): Promise<[DaemonName, FakeDaemon]> => [
          daemon,
          await startFakeDaemon({ daemon, ...places, line: fakeLine(daemon), shows: fakeShows }),
        ],
      ),
    )
    const daemons = new Map(started)
    const get = (daemon: DaemonName): FakeDaemon => {
      const fake = daemons.get(daemon)
      if (!fake) throw new Error(`BUG: no fake ${daemon}`)
      return fake
    }
    return {
      places,
      version: '10.3',
      hang: (daemon) => get(daemon).hang(),
      resume: (daemon) => get(daemon).resume(),
      kill: (daemon) => get(daemon).kill(),
      restart: (daemon) => get(daemon).start(),
      async stop() {
        await Promise.all([...daemons.values()].map((fake) => fake.stop()))
        await rm(vtyDir, { recursive: true })
      },
    }
  },
}
