import type { KubeClient, Log } from '@frrkit/k8s'
import { defineStatusReporter, type MetricBoard, type OptionNames, type Plugin } from '@frrkit/plugin'
import { type Announced, createAnnounced } from './cluster/announced.ts'
import { metallbMetrics } from './cluster/metrics.ts'
import { publish } from './cluster/publish.ts'
import { clusterSource } from './cluster/source.ts'
import { metallbStatus } from './cluster/status.ts'
import { type MetallbOptions, type Settings, settingsOf } from './options.ts'
import { translatorMetallb } from './translator.ts'

export type SourceMetallbOptions = MetallbOptions & {
  /**
   * `in-process`: MetalLB's objects are read from a cluster, and what they mean goes to this daemon's FRR. `publish`: it is
   * written to the cluster, as the FRRConfiguration `metallb-<node>`. When absent, those are translated that other sources
   * have.
   */
  readonly mode?: Mode
  /** The cluster; `createKubeClient()` of @frrkit/k8s. */
  readonly kube?: KubeClient
  /** The name of our Node. */
  readonly nodeName?: string
  /** Where FRRConfigurations are that count on this node: a `metallb-<node>` of MetalLB's own speaker would be there. */
  readonly namespace?: string
  /** Our pod. In MetalLB's own namespace it owns the ServiceBGPStatuses, which vanish with it then. */
  readonly podName?: string
  /** Gets the metrics of MetalLB's speaker; `metrics-prometheus` serves them. */
  readonly board?: MetricBoard
  /** Hears when the API server goes away and comes back. */
  readonly log?: Log
}

export const optionNames: OptionNames<SourceMetallbOptions> = {
  metallbNamespace: true,
  frrk8sNamespace: true,
  secretPassthrough: true,
  loadBalancerClass: true,
  ignoreExcludeLB: true,
  mode: true,
  nodeName: true,
  namespace: true,
  podName: true,
  kube: false,
  board: false,
  log: false,
}

export const modes = ['in-process', 'publish'] as const
export type Mode = (typeof modes)[number]

/** MetalLB's objects as a part of the configuration: those that other sources hand over, or those of a cluster. */
export function sourceMetallb(options: SourceMetallbOptions = {}): readonly Plugin[] {
  if (options.mode === undefined) return [translatorMetallb(options)]
  if (!modes.includes(options.mode)) throw new Error(`the option mode has to be ${modes.join(' or ')}`)
  return options.mode === 'publish' ? [publisher(options)] : inProcess(options)
}

function inProcess(options: SourceMetallbOptions): readonly Plugin[] {
  const settings = settingsOf(options)
  const place = placeOf(options, settings)
  const announced = counted(options)
  const { metallbNamespace } = settings
  return [
    translatorMetallb(options, announced.translated),
    clusterSource({ ...place, settings }, announced),
    metallbStatus({ ...place, metallbNamespace }, announced),
  ]
}

/** It reads nothing and renders nothing: what it publishes comes back by the source of FRRConfigurations. */
function publisher(options: SourceMetallbOptions): Plugin {
  const settings = settingsOf({ ...options, frrk8sNamespace: options.frrk8sNamespace ?? options.namespace ?? '' })
  const place = placeOf(options, settings)
  const announced = counted(options)
  return defineStatusReporter({
    name: 'source-metallb',
    report: async () => {},
    run: (signal) => publish({ ...place, settings, announced, signal }),
  })
}

function counted({ board, nodeName = '' }: SourceMetallbOptions): Announced {
  const announced = createAnnounced()
  board?.offer(() => metallbMetrics(nodeName, announced))
  return announced
}

const silent: Log = { info: () => {}, warn: () => {} }

/** Options may come from a file that no compiler has seen. */
function placeOf(
  { kube, nodeName, namespace, podName, log = silent }: SourceMetallbOptions,
  { metallbNamespace }: Settings,
) {
  if (kube === undefined) throw new Error('the option kube is missing')
  if (nodeName === undefined || nodeName === '') throw new Error('the option nodeName is missing')
  if (namespace === undefined || namespace === '') throw new Error('the option namespace is missing')
  const pod = podName !== undefined && namespace === metallbNamespace ? { namespace, name: podName } : undefined
  return { kube, nodeName, namespace, pod, log }
}
