import { createDaemon } from '@frrkit/daemon'
import type { ExitCode, Io } from '../io.ts'
import { loadPlugins } from '../load-plugins.ts'
import { createLogger } from '../log.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import { type CommonOptions, type PluginChoice, readSettings } from '../settings.ts'

export type RunOptions = CommonOptions & {
  readonly output?: Output
  readonly debounce?: number
  readonly frrConf?: string
  readonly pathspace?: string
}

/** Runs the daemon until SIGINT or SIGTERM. FRR keeps running what it runs. */
export async function runCommand(options: RunOptions, io: Io): Promise<ExitCode> {
  const json = options.output === undefined ? io.stdout.isTTY !== true : options.output === 'json'
  const settings = await readSettings(options, io.cwd)
  if (!settings.ok) return refuse(settings.problems, json, io)
  const { facts, base, policy } = settings.value
  const debounce = options.debounce ?? settings.value.debounce
  const log = createLogger(io.stdout, { json, level: facts.logLevel ?? 'info' })
  const plugins = await loadPlugins({ plugins: withFlags(settings.value.plugins, options), base }, { log })
  if (!plugins.ok) return refuse(plugins.problems, json, io)
  const daemon = createDaemon({ plugins: plugins.value, facts, policy, ...(debounce !== undefined && { debounce }) })
  if (!daemon.ok) return refuse(daemon.problems, json, io)
  daemon.value.start()
  const signal = await Promise.race([io.ended('SIGINT'), io.ended('SIGTERM')])
  log.info({ signal }, `${signal}: stopping; FRR keeps running what it runs`)
  await daemon.value.stop()
  return 0
}

/** The flags that are short for options of the reloader. */
function withFlags(plugins: readonly PluginChoice[], { frrConf, pathspace }: RunOptions): readonly PluginChoice[] {
  const flags = { ...(frrConf !== undefined && { confFile: frrConf }), ...(pathspace !== undefined && { pathspace }) }
  return plugins.map((choice) =>
    choice.name === 'reloader-frr-reload' ? { ...choice, options: { ...choice.options, ...flags } } : choice,
  )
}

function refuse(problems: Parameters<typeof printProblems>[0], json: boolean, io: Io): ExitCode {
  if (json) printJson({ ok: false, problems: problems.map(problemJson) }, io)
  else printProblems(problems, io)
  return 1
}
