import { objectName, type Problem } from '@frrkit/model'
import type { Claim } from '../claim.ts'
import type { Asked } from './rule.ts'

/** Objects ask for things that cannot both be. `help` is one way out. */
export function conflict<T>(
  { subject, field }: Asked,
  claims: readonly Claim<T>[],
  say: (value: T) => string,
  help: string,
): Problem {
  const objects = new Set(claims.map(({ origin }) => objectName(origin.object)))
  return {
    code: 'merge/conflict',
    severity: 'error',
    subject,
    field,
    reason: objects.size > 1 ? 'objects ask for different values' : 'one object asks for different values',
    evidence: claims.map(({ origin, value }) => ({ origin, says: say(value) })),
    help: objects.size > 1 ? help : `keep one of the values of ${field}`,
  }
}
