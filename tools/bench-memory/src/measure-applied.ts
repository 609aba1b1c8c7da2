import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FrrInstall } from '@frrkit/frr-lab'
import type { Case } from './cases.ts'
import { startCluster } from './cluster.ts'
import { type DaemonProcess, type Look, startDaemon } from './daemon-process.ts'
import { openWorld } from './lab.ts'
import { settled } from './measure.ts'
import { routesAt } from './routes.ts'

/** Something that has happened: milliseconds since the start of the process, and its memory then. */
export type Moment = Look & { readonly what: string; readonly at: number }

export type Applied = {
  readonly moments: readonly Moment[]
  /** Milliseconds, by the daemon's own count. */
  readonly compile: number
  readonly apply: number
  /** How many, by verb and resource, until the last moment. */
  readonly requests: Readonly<Record<string, number>>
  /** What it has written for FRR's next start. */
  readonly frrConf: string
}

export type Applying = {
  readonly install: FrrInstall
  /** Seconds from the last moment to a look at what stays. */
  readonly rest: number
  readonly profile: string | undefined
}

/** The built daemon from its start until a peer of its FRR has every route, and its memory on the way and afterwards. */
export async function measureApplied(one: Case, { install, rest, profile }: Applying): Promise<Applied> {
  const world = await openWorld(install)
  try {
    const cluster = await startCluster(one)
    const { frr, peer } = world
    const places = { confFile: frr.configFile, vtyDir: install.stateDirectory, pathspace: frr.pathspace }
    const daemon = await startDaemon({ ...places, kubeconfig: cluster.kubeconfig, profile })
    try {
      const moments = [await moment(daemon, 'compiled', daemon.logged(/configuration built/))]
      const now = () => performance.now() - daemon.began
      const routes = routesAt(peer, one.objects * one.prefixes).then(now)
      const applied = moment(daemon, 'applied, verified, saved', daemon.logged(/FRR (took|runs) /))
      const arrived = moment(daemon, 'all routes at the peer', routes)
      moments.push(...(await Promise.all([applied, arrived])))
      await sleep(rest * 1_000)
      moments.push(await moment(daemon, `${rest} s later`, now()))
      const metrics = await daemon.metrics()
      const sum = (name: string) => 1_000 * total(metrics, `frrkit_${name}_duration_seconds_sum`)
      const own = { compile: sum('compile'), apply: sum('apply') }
      return { ...own, moments, requests: await cluster.requests(), frrConf: await readFile(frr.configFile, 'utf8') }
    } finally {
      await daemon.end()
      await cluster.stop()
    }
  } finally {
    await world.stop()
  }
}

/** At rest beside its FRR, with next to nothing to do. */
export async function measureIdle(one: Case, { install }: Pick<Applying, 'install'>): Promise<Look> {
  const { moments } = await measureApplied(one, { install, rest: settled / 1_000, profile: undefined })
  const last = moments.at(-1)
  if (last === undefined) throw new Error('BUG: no moment')
  return last
}

async function moment(daemon: DaemonProcess, what: string, happens: Promise<number> | number): Promise<Moment> {
  const at = await happens
  return { what, at, ...(await daemon.look()) }
}

function total(metrics: ReadonlyMap<string, number>, name: string): number {
  return [...metrics].reduce((sum, [series, value]) => (series.split('{', 1)[0] === name ? sum + value : sum), 0)
}
