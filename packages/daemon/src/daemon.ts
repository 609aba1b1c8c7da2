import type { LogLevel } from '@frrkit/api'
import type { NodeFacts, Result } from '@frrkit/model'
import { ok } from '@frrkit/model'
import type { NodeReport, Notice, Outcome } from '@frrkit/plugin'
import { type Clock, createReloadLoop, systemClock } from '@frrkit/reload'
import { addPositions } from './add-positions.ts'
import { checkAssembly } from './check-assembly.ts'
import { coalesce } from './coalesce.ts'
import { type Compiled, compile, type Policy } from './compile.ts'
import { explaining } from './explaining.ts'
import { type Gathered, gather } from './gather.ts'
import { keepLookingAfter, keepWatching } from './keep-watching.ts'
import { localFacts } from './local-facts.ts'
import { readRunning } from './read-running.ts'
import { createReporting } from './report.ts'
import { timed } from './timed.ts'
import { wantedLogLevel } from './wanted-log-level.ts'

export type DaemonOptions = {
  /** What the daemon is assembled from: sources, targets, one reloader, reporters; in any order. */
  readonly plugins: readonly unknown[]
  /** What the machine cannot say about itself, above all the labels of the node. */
  readonly facts?: Partial<NodeFacts>
  /** Milliseconds between two reloads at least; the first change after a quiet time is applied at once. */
  readonly debounce?: number
  /** Milliseconds to wait after a change and apply all that came meanwhile, instead of `debounce`. */
  readonly debounceWindow?: number
  /** What to do with objects that are wrong or contradict each other; see `Policy`. */
  readonly policy?: Policy
  /** Hears each round how much the objects want to be logged (`FRRK8sConfiguration`), or the facts if no object says so. */
  readonly setLogLevel?: (level: LogLevel) => void
  readonly clock?: Clock
}

export type Daemon = {
  /** Begins to watch, compile, reload and report. */
  start(): void
  /** Ends all of it; a reload under way is finished first. FRR keeps running what it runs. */
  stop(): Promise<void>
}

/** Assembles a daemon; it knows no plugin by name. Problems say what the assembly lacks. */
export function createDaemon(options: DaemonOptions): Result<Daemon> {
  const assembly = checkAssembly(options.plugins)
  if (!assembly.ok) return assembly
  const { sources, targets, reloader, reporters } = assembly.value
  const { clock = systemClock, policy = 'keep', debounce, debounceWindow } = options
  const ended = new AbortController()
  const { signal } = ended
  const reporting = createReporting(reporters, signal)
  let report: NodeReport | undefined
  let told = Promise.resolve()

  const publish = (news: Partial<NodeReport>) => {
    report = { ...emptyReport, ...report, ...news }
    reporting.publish(report)
  }
  const look = () => gather(sources, localFacts(options.facts ?? {}), signal)
  const build = (gathered: Gathered) => compile(gathered, { ...assembly.value, policy })
  const running = readRunning(assembly.value, (text) => publish({ running: text }), signal)
  const reloads = createReloadLoop({
    reloader: explaining(timed(reloader, clock), { targets, sources, build: async () => build(await look()) }),
    clock,
    ...(debounce !== undefined && { interval: debounce }),
    ...(debounceWindow !== undefined && { window: debounceWindow }),
    // Nobody shall hear what FRR said before they hear what it was asked.
    report: (reload) => void tellReload(reload),
  })
  async function tellReload(reload: Outcome): Promise<void> {
    await told
    publish({ reload })
    running.request()
  }
  const noticed = (notice: Notice) => {
    if (notice.kind === 'again') reloads.again()
    else publish({ drift: notice.words })
    running.request()
  }
  const tell = async (hostname: string, compiled: Result<Compiled>, took: number) => {
    const { objects, leftOut } = compiled.ok ? compiled.value : nothing
    const problems = await addPositions(compiled.ok ? compiled.value.problems : compiled.problems, sources)
    publish({ hostname, conversion: { ok: compiled.ok, problems, objects, leftOut, took } })
  }
  const rounds = coalesce(async () => {
    const gathered = await look()
    if (signal.aborted) return
    // Objects that could not be read have not changed their mind.
    if (gathered.complete) options.setLogLevel?.(wantedLogLevel(gathered))
    const began = clock.now()
    const compiled = build(gathered)
    told = tell(gathered.facts.hostname, compiled, clock.now() - began)
    // A conflict keeps what runs: nothing is asked of the reloader. Looking up positions must not hold up FRR.
    if (compiled.ok) reloads.want(compiled.value.frrConf)
    await told
  })
  let watches: readonly Promise<void>[] = []

  return ok({
    start: () => {
      rounds.request()
      watches = [
        ...sources.map((source) => keepWatching(source, rounds.request, { clock, signal })),
        keepLookingAfter(reloader, noticed, { clock, signal }),
      ]
      reporting.start()
    },
    stop: async () => {
      ended.abort()
      await Promise.all([...watches, rounds.idle(), reloads.stop(), running.idle()])
      await reporting.idle()
    },
  })
}

const nothing = { objects: [], leftOut: [] }
const emptyReport: NodeReport = { hostname: '', conversion: { ok: true, problems: [], ...nothing } }
