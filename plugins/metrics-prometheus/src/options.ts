import { join } from 'node:path'
import type { KubeClient } from '@frrkit/k8s'
import type { MetricBoard, OptionNames } from '@frrkit/plugin'
import type { VtyPlaces } from '@frrkit/vty'
import { type BindAddress, isLoopback, parseBindAddress } from './bind-address.ts'
import type { CertificateFiles } from './certificate.ts'
import { vitalDaemons } from './live-daemons.ts'
import { type TlsFlags, type TlsSettings, tlsSettings } from './tls-options.ts'

/** The part of a pino logger that is used here. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

export type MetricsPrometheusOptions = VtyPlaces &
  TlsFlags & {
    /** Says whose bearer token it is, and what they may. */
    readonly kube?: KubeClient
    readonly log?: Log
    /** What other plugins count; served with the metrics of the daemon. */
    readonly board?: Pick<MetricBoard, 'read'>
    /** Where metrics are served: `0.0.0.0:9140`; `0` is nowhere. */
    readonly metricsBindAddress?: string
    /** Where FRR's metrics are served apart from those of the daemon, as by frr-metrics; together when absent. */
    readonly frrMetricsBindAddress?: string
    readonly metricsPath?: string
    /** Where `/healthz` and `/readyz` are served, in plain HTTP; nowhere when absent, for the command line serves them. */
    readonly healthProbeBindAddress?: string
    /** False: plain HTTP without any token, on loopback addresses only. */
    readonly metricsSecure?: boolean
    /** With `tls.crt` and `tls.key`, read again when they change. */
    readonly metricsCertDir?: string
    readonly tlsCertFile?: string
    readonly tlsPrivateKeyFile?: string
    /** Daemons without which `/livez` says no. */
    readonly vital?: readonly string[]
    /** Milliseconds that an answer of FRR may take. */
    readonly within?: number
  }

export const optionNames: OptionNames<MetricsPrometheusOptions> = {
  metricsBindAddress: true,
  frrMetricsBindAddress: true,
  metricsPath: true,
  healthProbeBindAddress: true,
  metricsSecure: true,
  metricsCertDir: true,
  tlsCertFile: true,
  tlsPrivateKeyFile: true,
  tlsMinVersion: true,
  tlsCipherSuites: true,
  tlsCurvePreferences: true,
  vital: true,
  within: true,
  vtyDir: true,
  pathspace: true,
  kube: false,
  log: false,
  board: false,
}

/** The options as they are used: checked, with defaults. */
export type Settings = {
  readonly metricsAt: BindAddress | undefined
  readonly frrAt: BindAddress | undefined
  readonly healthAt: BindAddress | undefined
  readonly path: string
  readonly secure: { readonly tls: TlsSettings; readonly files: CertificateFiles | undefined } | undefined
  readonly vital: readonly string[]
  readonly within: number
}

/** Throws what is wrong with an option, as a message for its user. */
export function settingsOf(options: MetricsPrometheusOptions): Settings {
  const { metricsSecure = true, kube, vital = vitalDaemons, within = 3_000, metricsPath = '/metrics' } = options
  const metricsAt = parseBindAddress(options.metricsBindAddress ?? '0.0.0.0:9140', 'metricsBindAddress')
  const frrAt = parseBindAddress(options.frrMetricsBindAddress ?? '0', 'frrMetricsBindAddress')
  const healthAt = parseBindAddress(options.healthProbeBindAddress ?? '0', 'healthProbeBindAddress')
  const tls = tlsSettings(options)
  const files = certificateFiles(options)
  const servesMetrics = metricsAt !== undefined || frrAt !== undefined
  if (metricsSecure && servesMetrics && kube === undefined) {
    throw new Error('metrics need an API server that knows who may read them; without one, metricsSecure: false')
  }
  const open = [metricsAt, frrAt].find((at) => at !== undefined && !isLoopback(at))
  if (!metricsSecure && open !== undefined) {
    throw new Error(`metricsSecure: false is for loopback addresses only, and ${open.host} is none`)
  }
  const secure = metricsSecure ? { tls, files } : undefined
  return { metricsAt, frrAt, healthAt, path: metricsPath, secure, vital, within }
}

function certificateFiles(options: MetricsPrometheusOptions): CertificateFiles | undefined {
  const { metricsCertDir = '', tlsCertFile = '', tlsPrivateKeyFile = '' } = options
  if ((tlsCertFile === '') !== (tlsPrivateKeyFile === '')) {
    throw new Error('tlsCertFile and tlsPrivateKeyFile belong together')
  }
  if (tlsCertFile !== '') return { certFile: tlsCertFile, keyFile: tlsPrivateKeyFile }
  if (metricsCertDir === '') return undefined
  return { certFile: join(metricsCertDir, 'tls.crt'), keyFile: join(metricsCertDir, 'tls.key') }
}
