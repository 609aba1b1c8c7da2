import { randomBytes } from 'node:crypto'
import type { FrrConfigurationSpec } from '@frrkit/api'
import type { Document, SecretDocument } from '@frrkit/model'

type Configuration = Document<FrrConfigurationSpec>

const known = new WeakMap<Configuration, readonly string[]>()

/** The same in every Secret, and nobody's: whether two Secrets hold one password, only the daemon can know. */
const password = new TextEncoder().encode(randomBytes(24).toString('hex'))

/**
 * A Secret for every reference to one, so that the real ones are never read. Objects that refer to Secrets do not contradict
 * each other then, but one that refers to a Secret contradicts one that has a password in clear text, or none.
 */
export function standInSecrets(documents: readonly Configuration[]): readonly SecretDocument[] {
  return [...new Set(documents.flatMap(referencesOf))].map((name) => ({
    namespace: '',
    name,
    type: 'kubernetes.io/basic-auth',
    data: { password },
  }))
}

function referencesOf(document: Configuration): readonly string[] {
  const found = known.get(document) ?? find(document)
  known.set(document, found)
  return found
}

function find({ spec }: Configuration): readonly string[] {
  const neighbors = (spec.bgp?.routers ?? []).flatMap(({ neighbors: of = [] }) => of)
  return neighbors.flatMap(({ passwordSecret }) => passwordSecret?.name ?? []).filter((name) => name !== '')
}
