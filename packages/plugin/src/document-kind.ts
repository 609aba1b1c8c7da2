import type { Document, NodeFacts, ObjectRef, Problem, Result, SecretDocument, SourceObject } from '@frrkit/model'

/** Every accepted document of one kind, and what may be asked beside them. */
export type KindInput<Spec> = {
  /** All accepted ones, sorted by object; which of them speak on this node is for the kind to say (`facts.labels`). */
  readonly documents: readonly Document<Spec>[]
  readonly secrets: readonly SecretDocument[]
  readonly facts: NodeFacts
}

/** What the documents of one kind mean together; warnings do not keep it from being applied. */
export type SlotContent<Content> = {
  readonly content: Content
  readonly warnings: readonly Problem[]
  /** The objects that speak on this node: reports count and name them. None when absent. */
  readonly objects?: readonly ObjectRef[]
}

/**
 * A kind of document that a plugin brings along: how one is read, and what all of them mean together. The meaning
 * becomes `model.slots[slot]`, where the plugin's own render target finds it.
 */
export type DocumentKind<Spec = unknown, Content = unknown> = {
  readonly contract: 'document-kind/v1'
  /** The package name without its scope. */
  readonly name: string
  readonly apiVersion: string
  readonly kind: string
  /** A key of `model.slots`, of this plugin alone. */
  readonly slot: string
  /** Validates one object and fills in defaults. */
  parse(object: SourceObject): Result<Document<Spec>>
  /** Pure; the order of documents never shows in the answer. */
  merge(input: KindInput<Spec>): Result<SlotContent<Content>>
}

/** Checks the types of a kind, then forgets them: the registry holds kinds of every type. */
export function defineDocumentKind<Spec, Content>(kind: Omit<DocumentKind<Spec, Content>, 'contract'>): DocumentKind {
  return { contract: 'document-kind/v1', ...kind }
}
