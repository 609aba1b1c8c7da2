import { type Command, InvalidArgumentError, Option } from 'commander'
import { port } from './command-words.ts'
import type { Listen } from './health.ts'
import type { Logger } from './log.ts'
import { tlsFlags } from './tls-flags.ts'

/** Flags of frr-k8s that have no effect here, and why; with them a manifest written for it starts frrkit as well. */
const withoutEffect: Readonly<Record<string, string>> = {
  '--pprof-bind-address': 'Node has no pprof; see --inspect of node',
  '--zap-devel': 'the log is JSON lines; its level is --log-level',
  '--zap-encoder': 'the log is JSON lines on anything but a terminal; see --output',
  '--zap-log-level': 'the level is --log-level',
  '--zap-stacktrace-level': 'the log has no stack traces',
  '--zap-time-encoding': 'times are RFC 3339',
}

/** Likewise of frr-status, whose part `run` takes. */
const ofStatus: Readonly<Record<string, string>> = { '--poll-interval': 'sessions are looked at every second' }

/** Flags whose part of frrkit is a plugin of its own, which says what it makes of them. */
const forPlugins: readonly Option[] = [
  new Option(
    '--metrics-bind-address <address>',
    'metrics by HTTPS; 0 for none (default: 0.0.0.0:9140 with a cluster, else none)',
  ).argParser(listenText),
  new Option(
    '--frr-metrics-bind-address <address>',
    'metrics of FRR alone, as of frr-metrics (default: with the others)',
  ).argParser(listenText),
  new Option('--metrics-cert-dir <folder>', 'tls.crt and tls.key for the metrics (default: a certificate of our own)'),
  ...tlsFlags(),
  new Option('--metrics-path <path>', 'where metrics are (default: /metrics)'),
  new Option('--metrics-port <port>', 'metrics of FRR alone on every address, as of frr-metrics').argParser(port),
  new Option('--tls-cert-file <file>', 'certificate for the metrics, with --tls-private-key-file'),
  new Option('--tls-private-key-file <file>', 'key of --tls-cert-file'),
  new Option('--pod-name <name>', 'name of this pod, which owns the BGPSessionStates'),
]

export type ReferenceFlags = {
  readonly healthProbeBindAddress?: Listen | false
  readonly metricsBindAddress?: string
  readonly frrMetricsBindAddress?: string
  /** False: plain HTTP, on a loopback address. */
  readonly metricsSecure?: boolean
  readonly metricsCertDir?: string
  readonly metricsPath?: string
  readonly metricsPort?: number
  readonly tlsCertFile?: string
  readonly tlsPrivateKeyFile?: string
  readonly podName?: string
  readonly tlsMinVersion?: string
  readonly tlsCipherSuites?: string
  readonly tlsCurvePreferences?: string
}

/** The flags that are options of plugins, by plugin. */
export function pluginFlags(given: ReferenceFlags): Readonly<Record<string, object>> {
  const { metricsBindAddress, metricsCertDir, metricsPath, metricsPort, podName } = given
  const { tlsMinVersion, tlsCipherSuites, tlsCurvePreferences, tlsCertFile, tlsPrivateKeyFile } = given
  const ofPort = metricsPort === undefined ? undefined : `0.0.0.0:${metricsPort}`
  const frrMetricsBindAddress = given.frrMetricsBindAddress || ofPort
  const tls = { tlsMinVersion, tlsCipherSuites, tlsCurvePreferences, tlsCertFile, tlsPrivateKeyFile }
  const metrics = { metricsBindAddress, frrMetricsBindAddress, metricsCertDir, metricsPath, ...tls }
  const secure = given.metricsSecure === false && { metricsSecure: false }
  const pod = onlyGiven({ podName })
  return {
    'metrics-prometheus': { ...onlyGiven(metrics), ...secure },
    'status-bgp-session': pod,
    'source-metallb': pod,
  }
}

/** What the config file says stays where no flag is given, and so where a manifest gives an empty one. */
function onlyGiven(flags: Readonly<Record<string, string | undefined>>): object {
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined && value !== ''))
}

/** The flags of the reference's daemon that frrkit does not have for a reason of its own. */
export function addReferenceFlags(command: Command): Command {
  command.addOption(
    new Option(
      '--health-probe-bind-address <address>',
      '/healthz and /readyz; 0 for none (default: 127.0.0.1:7572 with a cluster, else none)',
    ).argParser(parseListen),
  )
  command.option('--no-metrics-secure', 'metrics in plain HTTP for everybody, on a loopback address only')
  for (const option of forPlugins) command.addOption(option)
  return addFlagsWithoutEffect(command, { ...withoutEffect, ...ofStatus })
}

export function addFlagsWithoutEffect(
  command: Command,
  flags: Readonly<Record<string, string>> = withoutEffect,
): Command {
  // Go takes a flag without value for true.
  for (const [flag, reason] of Object.entries(flags))
    command.addOption(new Option(`${flag} [value]`, reason).helpGroup('Flags of frr-k8s that have no effect here:'))
  return command
}

/** One line for each flag that somebody gave in vain: nobody shall wonder why it does nothing. */
export function tellWithoutEffect(given: Readonly<Record<string, unknown>>, log: Logger): void {
  for (const [flag, reason] of Object.entries({ ...withoutEffect, ...ofStatus })) {
    const value = given[new Option(flag).attributeName()]
    if (value !== undefined && value !== '')
      log.info({ flag }, `${flag} is taken for the sake of manifests written for frr-k8s, and has no effect: ${reason}`)
  }
}

/** `127.0.0.1:7572`, `[::1]:7572`, `:7572`; `0` and nothing are none, for which commander takes anything but `undefined`. */
export function parseListen(text: string): Listen | false {
  if (text === '0' || text === '') return false
  const [, bracketed, plain, digits] = /^(?:\[([\da-fA-F:.%]+)\]|([^:[\]]*)):(\d{1,5})$/.exec(text) ?? []
  if (digits === undefined || Number(digits) > 65_535)
    throw new InvalidArgumentError('Write it as 127.0.0.1:7572, or 0 for none.')
  const host = bracketed ?? plain
  return { port: Number(digits), ...(host !== undefined && host !== '' && { host }) }
}

/** The plugin reads it; what is wrong with it is told as with every flag. */
function listenText(text: string): string {
  parseListen(text)
  return text
}
