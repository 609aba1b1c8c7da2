import type { Result } from '@frrkit/model'
import type { Claim } from '../claim.ts'

/** Which field of which thing is being merged, for messages. */
export type Asked = { readonly subject: string; readonly field: string }

/** What a field means when several objects speak. Claims come sorted by object; their order must not show otherwise. */
export type Rule<T> = (asked: Asked, claims: readonly Claim<T>[]) => Result<T>

/** A rule for every field: one without a rule does not compile. */
export type RulesFor<Fields> = { readonly [Field in keyof Fields]-?: Rule<Fields[Field]> }
