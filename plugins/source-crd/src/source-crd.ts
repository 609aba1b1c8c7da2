import { type KubeClient, type Log, lastAnswer } from '@frrkit/k8s'
import { type ConfigSource, defineConfigSource, type OptionNames, type Snapshot } from '@frrkit/plugin'
import type { OtherKind } from './collections.ts'
import { type Following, follow } from './follow.ts'
import { silent } from './log.ts'
import { readOnce } from './read-once.ts'
import { type Found, snapshotOf } from './snapshot.ts'

export type SourceCrdOptions = {
  /** The cluster; `createKubeClient()` of @frrkit/k8s. */
  readonly kube: KubeClient
  /** Objects and Secrets of this namespace count, and no others. */
  readonly namespace: string
  /** The name of our Node, whose labels node selectors are matched against. */
  readonly nodeName: string
  /** Kinds besides ours that plugins read, objects of the same namespace. */
  readonly kinds?: readonly OtherKind[]
  /** Hears when the API server goes away and comes back. */
  readonly log?: Log
}

export const optionNames: OptionNames<SourceCrdOptions> = {
  namespace: true,
  nodeName: true,
  kinds: true,
  kube: false,
  log: false,
}

/** Reads FRRConfigurations, the FRRK8sConfiguration, our Node and the Secrets that are referred to from a cluster. */
export function sourceCrd(options: SourceCrdOptions): ConfigSource {
  const { kube, namespace, nodeName, kinds, log = silent } = options
  // Options may come from a file that no compiler has seen.
  if (typeof namespace !== 'string' || namespace === '') throw new Error('the option namespace is missing')
  if (typeof nodeName !== 'string' || nodeName === '') throw new Error('the option nodeName is missing')
  checkKinds(kinds)
  let following: Following | undefined
  const answers = lastAnswer<Found>()

  async function read(signal: AbortSignal): Promise<Snapshot> {
    // The daemon reads and begins to watch in the same breath; then the lists of the watch are the ones to wait for.
    await Promise.resolve()
    return snapshotOf(
      await (following === undefined ? readOnce(kube, options, signal) : answers.read(following, signal)),
    )
  }

  return defineConfigSource({
    name: 'source-crd',
    read,
    async watch(changed, signal) {
      if (signal.aborted) return
      following = follow({
        kube,
        namespace,
        nodeName,
        kinds,
        log,
        signal,
        changed: () => {
          answers.wake()
          changed()
        },
      })
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await following.end()
      following = undefined
    },
  })
}

function checkKinds(kinds: unknown = []): void {
  const texts = ['apiVersion', 'kind', 'plural']
  const isKind = (entry: unknown) =>
    typeof entry === 'object' && entry !== null && texts.every((key) => typeof Reflect.get(entry, key) === 'string')
  if (Array.isArray(kinds) && kinds.every(isKind)) return
  throw new Error('the option kinds has to be a list, and each of its entries to have apiVersion, kind and plural')
}
