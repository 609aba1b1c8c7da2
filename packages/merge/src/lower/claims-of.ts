import { originOf } from '@frrkit/model'
import type { Claim } from '../claim.ts'
import type { Place } from '../place.ts'

/** Makes claims about the fields of one thing: a value, and the path of the field that says so. */
export function claimsOf({ document, path }: Place): <T>(field: string, value: T) => Claim<T> {
  return (field, value) => ({ value, origin: originOf(document, `${path}.${field}`) })
}
