import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Frr, FrrInstall } from '@frrkit/frr-lab'
import { compareWithRunning, isEmpty, parseFrrText } from '@frrkit/frr-text'
import type { Change, There } from './cases.ts'
import { type Apply, byFrrReload, byReloader, byVtyshFile, inDaemon, ourReloader, timed } from './contestants.ts'
import { connectAll, replay, type Said, startRecorder } from './record.ts'
import { type Result, summary } from './result.ts'
import { openWorld, quiet } from './world.ts'

export type Measuring = There & {
  readonly install: FrrInstall
  readonly runs: number
  /** Of whoever takes long, ours excepted. */
  readonly slowRuns: number
  /** Milliseconds before everything that is timed: what bgpd does afterwards for its peer is not part of it. */
  readonly pause: number
  readonly report: (what: string) => void
}

/** Makes each change again and again, to and fro, everybody in turn, each with an FRR of its own. */
export async function measureChanges(changes: readonly Change[], measuring: Measuring): Promise<readonly Result[]> {
  const { install, loaded, neighbors } = measuring
  const worlds = await Promise.all(['frr-reload', 'ours', 'daemons'].map((name) => openWorld(install, name)))
  try {
    const [script, ours, daemons] = worlds.map(({ frr }) => frr)
    if (!script || !ours || !daemons) throw new Error('BUG: three worlds')
    const text = changes[0]?.before(measuring) ?? ''
    measuring.report(`loads ${loaded} prefixes into three FRRs`)
    await byVtyshFile(script)(text)
    const daemon = inDaemon(ourReloader(ours))
    await daemon.apply(text)
    const recorder = await record(daemons)
    await recorder.apply(text)
    await Promise.all([script, ours, daemons].map((frr) => quiet(frr, loaded)))
    const found: Result[] = []
    for (const change of changes) {
      measuring.report(change.name)
      const there = change.after(measuring)
      const back = change.before(measuring)
      const [goes, returns] = [await recorder.said(there), await recorder.said(back)]
      const contestants = {
        frrReload: both(byFrrReload(script), there, back),
        ours: both(daemon.apply, there, back),
        daemons: { there: () => recorder.replay(goes), back: () => recorder.replay(returns) },
      }
      const check = () => requireThat([script, ours, daemons], there, change.name)
      const samples = await rounds(contestants, measuring, check)
      const result = (direction: 'there' | 'back') => ({
        frr: install.version,
        loaded,
        neighbors,
        frrReload: samples.frrReload[direction],
        ours: samples.ours[direction],
        daemons: goes.length === 0 ? [] : samples.daemons[direction],
      })
      const results: Result[] = [{ ...result('there'), change: change.name }]
      if (change.back !== undefined) results.push({ ...result('back'), change: change.back })
      // A run takes long: whoever ends it early shall have what there is.
      for (const each of results) measuring.report(summary(each))
      found.push(...results)
    }
    await Promise.all([recorder.stop(), daemon.stop()])
    return found
  } finally {
    await Promise.all(worlds.map((world) => world.stop()))
  }
}

type Ways = { readonly there: () => Promise<number>; readonly back: () => Promise<number> }
type Both = { readonly there: number[]; readonly back: number[] }

function both(apply: Apply, there: string, back: string): Ways {
  return { there: () => apply(there), back: () => apply(back) }
}

async function rounds<Name extends string>(
  contestants: Readonly<Record<Name, Ways>>,
  { runs, slowRuns, pause }: Measuring,
  check: () => Promise<void>,
): Promise<Readonly<Record<Name, Both>>> {
  const names = Object.keys(contestants) as Name[]
  const samples = Object.fromEntries(names.map((name) => [name, { there: [], back: [] }])) as unknown as Record<
    Name,
    Both
  >
  for (let run = 0; run <= runs; run++) {
    const taking = names.filter(
      (name) => !isEnough(name, [...samples[name].there, ...samples[name].back], run, slowRuns),
    )
    for (const way of ['there', 'back'] as const) {
      // Another first one in each round: whoever comes first finds the machine as the pause has left it.
      for (const name of [...taking.slice(run % taking.length), ...taking.slice(0, run % taking.length)]) {
        await sleep(pause)
        const took = await contestants[name][way]()
        // The first round is for warming up.
        if (run > 0) samples[name][way].push(took)
      }
      if (run === 0 && way === 'there') await check()
    }
  }
  return samples
}

/** Milliseconds from which on a run is a slow one. */
const slow = 3000

/** Whether somebody who takes long has had as many runs as those shall have. */
export function isEnough(name: string, took: readonly number[], run: number, slowRuns: number): boolean {
  return name !== 'ours' && run > slowRuns && Math.max(...took) > slow
}

/** Whoever is fast and wrong has not won. */
async function requireThat(frrs: readonly Frr[], text: string, change: string): Promise<void> {
  const wanted = parseFrrText(text)
  for (const frr of frrs) {
    const running = parseFrrText(await frr.running())
    const difference = compareWithRunning(running, wanted)
    if (!isEmpty(difference)) throw new Error(`${change}: an FRR does not run it: ${JSON.stringify(difference)}`)
  }
}

async function record(frr: Frr) {
  const places = { vtyDir: frr.install.stateDirectory, pathspace: frr.pathspace }
  const recorder = await startRecorder(places, await mkdtemp(join(tmpdir(), 'frrkit-bench-')))
  const apply = byReloader(ourReloader(frr, recorder.vtyDir))
  const connections = await connectAll(places)
  return {
    apply,
    async said(text: string): Promise<readonly Said[]> {
      recorder.take()
      await apply(text)
      return recorder.take()
    },
    replay: async (said: readonly Said[]) => (await timed(() => replay(said, connections))).took,
    async stop() {
      for (const connection of connections.values()) connection.close()
      await recorder.stop()
    },
  }
}
