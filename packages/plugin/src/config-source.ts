import type { FilePosition, NodeFacts, Origin, Problem, SecretDocument, SourceObject } from '@frrkit/model'

/** Everything a source knows at one moment. */
export type Snapshot = {
  /** In any order. An object that did not change since the last snapshot is best the same JavaScript object again. */
  readonly objects: readonly SourceObject[]
  readonly secrets: readonly SecretDocument[]
  /** What this source knows better than the command line: the labels of the Node object, say. */
  readonly facts?: Partial<NodeFacts>
  /** What the source could not read: a file that is no YAML, say. */
  readonly problems: readonly Problem[]
  /** False when objects may be missing here that are not gone, in a file that is no YAML, say; true when absent. */
  readonly complete?: boolean
}

/**
 * Where configuration comes from. Level-triggered: `changed` carries nothing, `read` always answers with everything.
 * Machinery that is broken (an API server that is away) rejects `read`; what ran before stays.
 */
export type ConfigSource = {
  readonly contract: 'config-source/v1'
  /** The package name without its scope. */
  readonly name: string
  /** Everything there is now. */
  read(signal: AbortSignal): Promise<Snapshot>
  /**
   * Calls `changed` whenever `read` may answer something new, until the signal aborts; then it returns, or rejects with
   * an `AbortError`. Nobody may miss a change made after `watch` has called `changed` for the first time, so a source
   * calls it once as soon as it watches.
   */
  watch(changed: () => void, signal: AbortSignal): Promise<void>
  /** Where a field stands in a file, for messages; undefined where the source does not know. */
  locate?(origin: Origin): Promise<FilePosition | undefined>
}

export function defineConfigSource(source: Omit<ConfigSource, 'contract'>): ConfigSource {
  return { contract: 'config-source/v1', ...source }
}
