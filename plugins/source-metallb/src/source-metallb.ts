import type { KubeClient, Log } from '@frrkit/k8s'
import type { Plugin } from '@frrkit/plugin'
import { clusterSource } from './cluster/source.ts'
import { type MetallbOptions, settingsOf } from './options.ts'
import { translatorMetallb } from './translator.ts'

export type SourceMetallbOptions = MetallbOptions & {
  /**
   * `in-process`: MetalLB's objects are read from a cluster, and what they mean goes to this daemon's FRR. When absent,
   * those are translated that other sources have.
   */
  readonly mode?: Mode
  /** The cluster; `createKubeClient()` of @frrkit/k8s. */
  readonly kube?: KubeClient
  /** The name of our Node. */
  readonly nodeName?: string
  /** Where the FRRConfigurations of this daemon are: a `metallb-<node>` of MetalLB's own speaker would be there. */
  readonly namespace?: string
  /** Hears when the API server goes away and comes back. */
  readonly log?: Log
}

export const modes = ['in-process'] as const
export type Mode = (typeof modes)[number]

const silent: Log = { info: () => {}, warn: () => {} }

/** MetalLB's objects as a part of the configuration: those that other sources hand over, or those of a cluster. */
export function sourceMetallb(options: SourceMetallbOptions = {}): readonly Plugin[] {
  const { mode, kube, nodeName, namespace, log = silent } = options
  const settings = settingsOf(options)
  if (mode === undefined) return [translatorMetallb(options)]
  if (!modes.includes(mode)) throw new Error(`the option mode has to be ${modes.join(' or ')}`)
  if (kube === undefined) throw new Error('the option kube is missing')
  if (nodeName === undefined || nodeName === '') throw new Error('the option nodeName is missing')
  if (namespace === undefined || namespace === '') throw new Error('the option namespace is missing')
  return [translatorMetallb(options), clusterSource({ kube, settings, nodeName, namespace, log })]
}
