import { execFile } from 'node:child_process'
import { chown, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Frr, FrrInstall } from '@frrkit/frr-lab'
import { compareWithRunning, parseFrrText } from '@frrkit/frr-text'
import { type Plan, plan } from '@frrkit/reloader-vty/plan'
import { configure, VtyConnection } from '@frrkit/vty'
import { openWorld } from './lab.ts'
import { processorTime } from './processor-time.ts'

/** Milliseconds of FRR itself for a text, into an FRR that has nothing. */
export type OwnTime = {
  /** The commands that ours plans, said as fast as the daemons take them, and nothing else. */
  readonly daemons: number
  /** Seconds of a processor that bgpd took for them. */
  readonly processor: number
  /** FRR's own way to load a file. */
  readonly vtyshFile: number
}

export async function measureOwnTime(install: FrrInstall, text: string): Promise<OwnTime> {
  return {
    ...(await inNewWorld(install, (frr) => sayPlan(frr, text))),
    vtyshFile: await inNewWorld(install, (frr) => loadFile(frr, text)),
  }
}

async function inNewWorld<T>(install: FrrInstall, work: (frr: Frr) => Promise<T>): Promise<T> {
  const world = await openWorld(install)
  try {
    return await work(world.frr)
  } finally {
    await world.stop()
  }
}

/** A daemon that takes so many lines in one go takes them as a batch, as in ours. */
const manyLines = 300

async function sayPlan(frr: Frr, text: string): Promise<Omit<OwnTime, 'vtyshFile'>> {
  const steps = await planFor(frr, text)
  const places = { vtyDir: frr.install.stateDirectory, pathspace: frr.pathspace }
  const connections = steps.map(({ daemon }) => new VtyConnection({ daemon, ...places, within: 3_600_000 }))
  try {
    await Promise.all(connections.map((connection) => connection.open()))
    const bgpd = frr.process('bgpd')?.pid
    const before = await processorTime(bgpd)
    const began = performance.now()
    for (const [i, { lines }] of steps.entries()) {
      const connection = connections[i]
      if (connection === undefined) throw new Error('BUG: a connection for each step')
      const { refusals, error } = await configure(connection, lines, { batch: lines.length >= manyLines })
      if (error !== undefined || refusals.length > 0) throw new Error((error ?? refusals[0])?.words)
    }
    const daemons = performance.now() - began
    return { daemons, processor: (await processorTime(bgpd)) - before }
  } finally {
    for (const connection of connections) connection.close()
  }
}

async function planFor(frr: Frr, text: string): Promise<Plan['steps']> {
  const [before, after] = [parseFrrText(await frr.running()), parseFrrText(text)]
  const comparison = compareWithRunning(before, after)
  const planned = plan({ before, after, comparison, release: before.release })
  if (planned.status !== 'planned') throw new Error(`not understood: ${planned.reasons.join(', ')}`)
  return planned.plan.steps
}

async function loadFile({ install, pathspace, configDirectory }: Frr, text: string): Promise<number> {
  const file = join(configDirectory, 'load.conf')
  await writeFile(file, text, { mode: 0o640 })
  await chown(file, install.user.uid, install.user.gid)
  const began = performance.now()
  const env = { ...process.env, VTYSH_HISTFILE: '/dev/null' }
  await promisify(execFile)(install.vtysh, ['-N', pathspace, '-f', file], { env, maxBuffer: 1 << 28 })
  return performance.now() - began
}
