import { hidden, type Problem, say } from '@frrkit/model'
import { set } from '../identity.ts'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'

/** A password is written out, or it is in a Secret. */
export function onePassword(entry: NeighborEntry): readonly Problem[] {
  const { password, passwordSecret } = entry.spec
  if (set(password) === undefined || set(passwordSecret?.name) === undefined) return []
  return [
    problemAt(entry, 'password', {
      code: 'merge/two-passwords',
      reason: 'both password and passwordSecret are set',
      says: hidden,
      beside: [evidenceAt(entry, 'passwordSecret.name', say(passwordSecret?.name))],
      help: 'keep passwordSecret: everyone who may read this object can read password',
    }),
  ]
}
