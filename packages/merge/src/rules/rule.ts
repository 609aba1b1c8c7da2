import type { Result } from '@frrkit/model'
import type { Claim } from '../claim.ts'

/** Which field of which thing is being merged, for messages. */
export type Asked = { readonly subject: string; readonly field: string }

type Merge<T> = (asked: Asked, claims: readonly Claim<T>[]) => Result<T>

/** What a field means when several objects speak. Claims come sorted by object; their order must not show otherwise. */
export type Rule<T> = Merge<T> & RuleWords

/** The same rule for people: the page about merging is made of these, so that it says what the code does. */
export type RuleWords = {
  readonly rule: RuleName
  /** What an object says that leaves the field out. */
  readonly unset: string
}

export type RuleName = 'agree' | 'same' | 'one is enough' | 'union' | 'union, or nobody' | 'one each' | 'widest'

/** A rule of one field, and why that field has it. */
export type Explained<T> = Rule<T> & { readonly why: string }

/** A rule for every field: one without a rule, or without a reason, does not compile. */
export type RulesFor<Fields> = { readonly [Field in keyof Fields]-?: Explained<Fields[Field]> }

export function rule<T>(words: RuleWords, merge: Merge<T>): Rule<T> {
  return Object.assign(merge, words)
}

/** `why` is a sentence without its full stop; people read it in docs/merge-rules.md. */
export function because<T>(why: string, merge: Rule<T>): Explained<T> {
  return Object.assign(merge, { why })
}
