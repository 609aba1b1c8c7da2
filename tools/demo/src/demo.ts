import { createDaemon } from '@frrkit/daemon'
import { type Compiled, compile, gather } from '@frrkit/daemon/compile'
import type { Lab } from '@frrkit/frr-lab'
import { formatProblem, type NodeFacts, type Result } from '@frrkit/model'
import { reloaderFrrReload } from '@frrkit/reloader-frr-reload'
import { reloaderVty } from '@frrkit/reloader-vty'
import { sourceFile } from '@frrkit/source-file'
import { targetBfdd } from '@frrkit/target-bfdd'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetRaw } from '@frrkit/target-raw'
import { targetZebra } from '@frrkit/target-zebra'
import { showChange } from './scenes/change.ts'
import { showConflict } from './scenes/conflict.ts'
import { showDifference } from './scenes/difference.ts'
import { showMerge } from './scenes/merge.ts'
import { showObjects } from './scenes/objects.ts'
import { showSession } from './scenes/session.ts'
import { node as nodeFacts, startLab } from './start-lab.ts'
import type { Screen } from './terminal/screen.ts'
import { watchReports } from './watch-reports.ts'

export type DemoOptions = {
  readonly lab: Lab
  /** The objects; changed on the way. */
  readonly dir: string
  readonly screen: Screen
  readonly signal: AbortSignal
}

/** From files to routes. Rejects when something does not come about; leaves the lab to whoever opened it. */
export async function demo({ lab, dir, screen, signal }: DemoOptions): Promise<void> {
  const { node, peer } = await screen.during(() => 'two FRRs start, each in a network namespace', startLab(lab))
  signal.throwIfAborted()

  const source = sourceFile({ dir })
  const targets = [targetZebra(), targetBgpd(), targetBfdd(), targetRaw()]
  const facts = {
    hostname: nodeFacts.name,
    labels: nodeFacts.labels,
    alwaysBlock: [],
    logLevel: 'info',
    hasIpv4: true,
  } satisfies NodeFacts
  const gathered = await gather([source], facts, signal)
  const compiled = orThrow<Compiled>(compile(gathered, { targets, kinds: [] }))
  showObjects(screen, gathered, compiled)
  showMerge(screen, compiled.model)
  await showDifference(screen, node, compiled.frrConf)

  const reports = watchReports()
  const places = { pathspace: node.pathspace, confFile: node.configFile }
  const reloader = reloaderVty({ ...places, fallback: reloaderFrrReload(places) })
  const daemon = orThrow(createDaemon({ plugins: [source, ...targets, reloader, reports.reporter], facts }))
  daemon.start()
  try {
    const stage = { screen, node, peer, dir, reports, signal }
    const allowed = compiled.model.routers.flatMap(({ neighbors }) =>
      neighbors.flatMap(({ advertise }) => advertise.prefixes),
    )
    await showSession(
      stage,
      allowed.map(({ value }) => value.text),
    )
    await showChange(stage)
    await showConflict(stage)
  } finally {
    await daemon.stop()
  }
}

function orThrow<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(result.problems.map(formatProblem).join('\n'))
}
