import { ok } from '@frrkit/model'
import { type Rule, rule } from './rule.ts'

/** One object that asks for it is enough. */
export function any(): Rule<boolean | undefined> {
  return rule({ rule: 'one is enough', unset: 'false' }, (_, claims) =>
    ok(claims.some(({ value }) => value === true) || undefined),
  )
}
