import type { NodeFacts, SecretDocument, SourceObject } from '@frrkit/model'

/** Everything that decides what the FRR of one node shall do. */
export type World = {
  readonly objects: readonly SourceObject[]
  readonly secrets: readonly SecretDocument[]
  readonly facts: NodeFacts
}
