import { ok } from '@frrkit/model'
import type { Rule } from './rule.ts'

/** One object that asks for it is enough. */
export function any(): Rule<boolean | undefined> {
  return (_, claims) => ok(claims.some(({ value }) => value === true) || undefined)
}
