import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Frr } from '@frrkit/frr-lab'
import { plain } from './cases.ts'
import { byFrrReload, byReloader, byVtyshFile, ourReloader, timed } from './contestants.ts'
import { isEnough, type Measuring } from './measure-changes.ts'
import { connectAll, replay, type Said, startRecorder } from './record.ts'
import { type Result, summary } from './result.ts'
import { openWorld } from './world.ts'

/** Loads everything into an FRR that has nothing, a new one for each load. */
export async function measureFirstLoad(measuring: Measuring): Promise<Result> {
  const { install, loaded, neighbors, runs, slowRuns, report } = measuring
  const text = plain(measuring)
  const inNewWorld = async <T>(load: (frr: Frr) => Promise<T>): Promise<T> => {
    const world = await openWorld(install, 'first-load')
    try {
      return await load(world.frr)
    } finally {
      await world.stop()
    }
  }
  report('first load: what ours says')
  const said = await inNewWorld((frr) => recordLoad(frr, text))
  const samples = {
    frrReload: [] as number[],
    ours: [] as number[],
    daemons: [] as number[],
    vtyshFile: [] as number[],
  }
  const loads = {
    ours: (frr: Frr) => byReloader(ourReloader(frr))(text),
    daemons: (frr: Frr) => replayLoad(frr, said),
    vtyshFile: (frr: Frr) => byVtyshFile(frr)(text),
    frrReload: (frr: Frr) => byFrrReload(frr)(text),
  }
  for (let run = 1; run <= runs; run++) {
    report(`first load, run ${run} of ${runs}`)
    for (const [name, load] of Object.entries(loads) as [keyof typeof samples, (frr: Frr) => Promise<number>][]) {
      if (isEnough(name, samples[name], run, slowRuns)) continue
      samples[name].push(await inNewWorld(load))
    }
  }
  const result: Result = { frr: install.version, loaded, neighbors, change: 'first load', ...samples }
  report(summary(result))
  return result
}

async function recordLoad(frr: Frr, text: string): Promise<readonly Said[]> {
  const places = { vtyDir: frr.install.stateDirectory, pathspace: frr.pathspace }
  const recorder = await startRecorder(places, await mkdtemp(join(tmpdir(), 'frrkit-bench-')))
  await byReloader(ourReloader(frr, recorder.vtyDir))(text)
  const said = recorder.take()
  await recorder.stop()
  return said
}

async function replayLoad(frr: Frr, said: readonly Said[]): Promise<number> {
  const connections = await connectAll({ vtyDir: frr.install.stateDirectory, pathspace: frr.pathspace })
  const { took } = await timed(() => replay(said, connections))
  for (const connection of connections.values()) connection.close()
  return took
}
