import type { NodeFacts, Origin, Problem, SecretDocument, SourceObject } from '@frrkit/model'

/** Every object of the kinds that a translator reads, and what may be asked beside them. */
export type TranslatorInput = {
  /** From all sources, in any order; an object that did not change is the same JavaScript object again. */
  readonly objects: readonly SourceObject[]
  readonly secrets: readonly SecretDocument[]
  readonly facts: NodeFacts
}

/** A prefix that an object would bring and that its translator says nothing about on this node: no mistake, but somebody may wonder. */
export type Unsaid = {
  /** The object, and the field that the prefix is made of. */
  readonly origin: Origin
  /** An address with its length, such as 198.51.100.7/32. */
  readonly prefix: string
  /** `it has no endpoint on this node`. */
  readonly because: string
}

/** What the objects mean, said in kinds that somebody else reads. */
export type Translation = {
  /**
   * In any order; each says in `origins` who wrote what. An object that did not change is best the same JavaScript object
   * again: what was validated and merged of it is remembered by that.
   */
  readonly objects: readonly SourceObject[]
  /** What the objects say about the node. */
  readonly facts?: Partial<NodeFacts>
  /** With an error among them nothing is decided, whatever the policy: what is not translated is missing, not gone. */
  readonly problems: readonly Problem[]
  /** Asked by who wants to know why something is missing, such as `frrkit explain prefix`. */
  readonly unsaid?: () => readonly Unsaid[]
}

/**
 * Turns objects of kinds of its own into objects that are read here, FRRConfigurations above all: the way to bring a CRD
 * of your own. It sees the objects of every source, so a folder of files can be tried before a cluster gets them.
 */
export type ObjectTranslator = {
  readonly contract: 'object-translator/v1'
  /** The package name without its scope. */
  readonly name: string
  /** The kinds it reads. Nobody else has to know them; several translators may read one kind. */
  readonly kinds: readonly { readonly apiVersion: string; readonly kind: string }[]
  /** Pure but for what it remembers; the order of objects never shows in the answer. */
  translate(input: TranslatorInput): Translation
}

export function defineObjectTranslator(translator: Omit<ObjectTranslator, 'contract'>): ObjectTranslator {
  return { contract: 'object-translator/v1', ...translator }
}
