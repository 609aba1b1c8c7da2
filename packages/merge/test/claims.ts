import { anOrigin } from '@frrkit/testing'
import type { Claim } from '../src/claim.ts'
import type { Asked } from '../src/rules/rule.ts'

/** What objects `a`, `b`, `c` … say about one field, in that order. */
export function claims<T>(...values: readonly T[]): readonly Claim<T>[] {
  return values.map((value, i) => ({ value, origin: anOrigin('spec.field', { name: String.fromCharCode(97 + i) }) }))
}

export const asked: Asked = { subject: 'neighbor 192.0.2.1', field: 'field' }
