import { describeKubeError, type KubeClient, needsSomebody } from '@frrkit/k8s'
import { type ConfigSource, defineConfigSource, type Snapshot } from '@frrkit/plugin'
import { type Following, follow } from './follow.ts'
import { type Log, silent } from './log.ts'
import { readOnce } from './read-once.ts'
import { snapshotOf } from './snapshot.ts'

export type SourceCrdOptions = {
  /** The cluster; `createKubeClient()` of @frrkit/k8s. */
  readonly kube: KubeClient
  /** Objects and Secrets of this namespace count, and no others. */
  readonly namespace: string
  /** The name of our Node, whose labels node selectors are matched against. */
  readonly nodeName: string
  /** Hears when the API server goes away and comes back. */
  readonly log?: Log
}

/** Reads FRRConfigurations, the FRRK8sConfiguration, our Node and the Secrets that are referred to from a cluster. */
export function sourceCrd(options: SourceCrdOptions): ConfigSource {
  const { kube, namespace, nodeName, log = silent } = options
  // Options may come from a file that no compiler has seen.
  if (typeof namespace !== 'string' || namespace === '') throw new Error('the option namespace is missing')
  if (typeof nodeName !== 'string' || nodeName === '') throw new Error('the option nodeName is missing')
  let following: Following | undefined
  let last: Snapshot | undefined
  let waiting: readonly (() => void)[] = []

  async function read(signal: AbortSignal): Promise<Snapshot> {
    // The daemon reads and begins to watch in the same breath; then the lists of the watch are the ones to wait for.
    await Promise.resolve()
    if (following === undefined) return snapshotOf(await readOnce(kube, options, signal))
    if (last === undefined && following.found() === undefined && following.trouble() === undefined) await news(signal)
    const found = following.found()
    if (found !== undefined) last = snapshotOf(found)
    const trouble = found === undefined ? following.trouble() : undefined
    // While the server is away, all is as it was; what needs somebody has to be told, and then nothing is decided.
    if (last !== undefined && (trouble === undefined || !needsSomebody(trouble))) return last
    throw new Error(trouble === undefined ? 'the API server has not answered yet' : describeKubeError(trouble))
  }

  function news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      waiting = [...waiting, resolve]
      signal.addEventListener('abort', () => resolve(), { once: true })
    })
  }

  function wake(): void {
    for (const resolve of waiting) resolve()
    waiting = []
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
        log,
        signal,
        changed: () => {
          wake()
          changed()
        },
      })
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
      await following.end()
      following = undefined
    },
  })
}
