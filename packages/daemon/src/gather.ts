import type { NodeFacts, Problem, SecretDocument, SourceObject } from '@frrkit/model'
import type { ConfigSource, Snapshot } from '@frrkit/plugin'

/** Everything that all sources know at one moment. */
export type Gathered = {
  readonly objects: readonly SourceObject[]
  readonly secrets: readonly SecretDocument[]
  readonly facts: NodeFacts
  readonly problems: readonly Problem[]
  /** False while a source could not be read: what it knows is missing here, not gone. */
  readonly complete: boolean
}

/** Asks every source at once; one that cannot answer becomes a problem, so that nothing is decided without it. */
export async function gather(
  sources: readonly ConfigSource[],
  facts: NodeFacts,
  signal: AbortSignal,
): Promise<Gathered> {
  const snapshots = await Promise.all(sources.map((source) => read(source, signal)))
  return {
    objects: snapshots.flatMap(({ objects }) => objects),
    secrets: snapshots.flatMap(({ secrets }) => secrets),
    facts: Object.assign({}, facts, ...snapshots.map((snapshot) => snapshot.facts)),
    problems: snapshots.flatMap(({ problems }) => problems),
    complete: snapshots.every(({ complete }) => complete),
  }
}

async function read(
  source: ConfigSource,
  signal: AbortSignal,
): Promise<Required<Pick<Snapshot, 'complete'>> & Snapshot> {
  try {
    const snapshot = await source.read(signal)
    return { ...snapshot, complete: snapshot.complete ?? true }
  } catch (error) {
    return { objects: [], secrets: [], problems: [unavailable(source, error)], complete: false }
  }
}

function unavailable({ name }: ConfigSource, error: unknown): Problem {
  return {
    code: 'daemon/source-unavailable',
    severity: 'error',
    subject: `source ${name}`,
    field: '',
    reason: error instanceof Error ? error.message : String(error),
    evidence: [],
    help: 'the configuration that runs now stays until the source answers',
  }
}
