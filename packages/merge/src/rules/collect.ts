import { ok } from '@frrkit/model'
import { type Rule, rule } from './rule.ts'

/** All that anybody says, one after the other. */
export function collect<T>(): Rule<readonly T[]> {
  return rule({ rule: 'union', unset: 'nothing' }, (_, claims) => ok(claims.flatMap(({ value }) => value)))
}
