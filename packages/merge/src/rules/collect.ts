import { ok } from '@frrkit/model'
import type { Rule } from './rule.ts'

/** All that anybody says, one after the other. */
export function collect<T>(): Rule<readonly T[]> {
  return (_, claims) => ok(claims.flatMap(({ value }) => value))
}
