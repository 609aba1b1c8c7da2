import { hostname } from 'node:os'
import { createDaemon, type DaemonOptions } from '@frrkit/daemon'
import { ok, type Result } from '@frrkit/model'
import { createMetricBoard } from '@frrkit/plugin'
import { clusterContext } from '../cluster-context.ts'
import { type Serving, serveHealth, usualHealth } from '../health.ts'
import type { ExitCode, Io } from '../io.ts'
import { loadPlugins } from '../load-plugins.ts'
import { createLogger } from '../log.ts'
import { type Output, printJson, printProblems, problemJson } from '../print-problems.ts'
import { pluginFlags, type ReferenceFlags, tellWithoutEffect } from '../reference-flags.ts'
import { type CommonOptions, type PluginChoice, readSettings, type Settings } from '../settings.ts'

export type RunOptions = CommonOptions & ReferenceFlags & Own

type Own = {
  readonly output?: Output
  readonly debounce?: number
  readonly bgpDebounceTimeout?: number
  readonly frrConf?: string
  readonly pathspace?: string
  readonly vtyDir?: string
  readonly mend: boolean
}

/** Runs the daemon until SIGINT or SIGTERM. FRR keeps running what it runs. */
export async function runCommand(options: RunOptions, io: Io): Promise<ExitCode> {
  const json = options.output === undefined ? io.stdout.isTTY !== true : options.output === 'json'
  const settings = await readSettings(options, io.cwd)
  if (!settings.ok) return refuse(settings.problems, json, io)
  const { facts, base, policy } = settings.value
  const log = createLogger(io.stdout, { json, level: facts.logLevel ?? 'info' })
  tellWithoutEffect(options, log)
  const chosen = withFlags(settings.value.plugins, options)
  const cluster = await clusterContext({ ...settings.value, plugins: chosen })
  const plugins = await loadPlugins({ plugins: chosen, base }, { log, board: createMetricBoard(), ...cluster })
  if (!plugins.ok) return refuse(plugins.problems, json, io)
  const { setLevel: setLogLevel } = log
  const daemon = createDaemon({
    plugins: plugins.value,
    // The reference asks the machine, too: the name of its Node may be another one.
    facts: { frrHostname: hostname(), ...facts },
    policy,
    setLogLevel,
    ...debouncing(options, settings.value),
  })
  if (!daemon.ok) return refuse(daemon.problems, json, io)
  const health = await listen(options, cluster !== undefined)
  if (!health.ok) return refuse(health.problems, json, io)
  daemon.value.start()
  const signal = await Promise.race([io.ended('SIGINT'), io.ended('SIGTERM')])
  log.info({ signal }, `${signal}: stopping; FRR keeps running what it runs`)
  health.value?.close()
  await daemon.value.stop()
  await cluster?.kube.close()
  return 0
}

/** Beside a cluster there is a kubelet that wants to know; elsewhere only who asks for it gets it. */
async function listen(options: RunOptions, inCluster: boolean): Promise<Result<Serving | undefined>> {
  const usual = inCluster ? usualHealth : undefined
  const at = options.healthProbeBindAddress ?? usual
  return at === undefined || at === false ? ok(undefined) : serveHealth(at)
}

/** What is written nearest to the process wins: the flag of ours, that of the reference, the config file. */
function debouncing(
  { debounce, bgpDebounceTimeout }: RunOptions,
  settings: Settings,
): Pick<DaemonOptions, 'debounce' | 'debounceWindow'> {
  if (debounce !== undefined) return { debounce }
  if (bgpDebounceTimeout !== undefined) return { debounceWindow: bgpDebounceTimeout }
  return settings.debounce === undefined ? {} : { debounce: settings.debounce }
}

/** The flags that are short for options of plugins; who says where metrics are to be served wants them served. */
function withFlags(
  plugins: readonly PluginChoice[],
  { frrConf, pathspace, vtyDir, mend, ...options }: RunOptions,
): readonly PluginChoice[] {
  const places = { ...(pathspace !== undefined && { pathspace }), ...(vtyDir !== undefined && { vtyDir }) }
  // A variable of a manifest may be empty.
  const file = frrConf !== undefined && frrConf !== '' && { confFile: frrConf }
  const reference = pluginFlags(options)
  const flags: Readonly<Record<string, object>> = {
    'reloader-frr-reload': { ...places, ...file },
    'reloader-vty': { ...places, ...file, ...(!mend && { mend }) },
    'status-bgp-session': { ...places, ...reference['status-bgp-session'] },
    'source-metallb': { ...reference['source-metallb'] },
    'metrics-prometheus': { ...places, ...reference['metrics-prometheus'] },
  }
  const asked = plugins.some(({ name }) => name === 'metrics-prometheus') || !options.metricsBindAddress
  const all = asked ? plugins : [...plugins, { name: 'metrics-prometheus', options: {} }]
  return all.map((choice) => ({ ...choice, options: { ...choice.options, ...flags[choice.name] } }))
}

function refuse(problems: Parameters<typeof printProblems>[0], json: boolean, io: Io): ExitCode {
  if (json) printJson({ ok: false, problems: problems.map(problemJson) }, io)
  else printProblems(problems, io)
  return 1
}
