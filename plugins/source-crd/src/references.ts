import type { SourceObject } from '@frrkit/model'

const known = new WeakMap<SourceObject, readonly string[]>()

/** The names of the Secrets that objects point to; the daemon's namespace is the only one they are looked for in. */
export function referencedSecrets(objects: readonly SourceObject[]): ReadonlySet<string> {
  return new Set(objects.flatMap(referencesOf))
}

function referencesOf(object: SourceObject): readonly string[] {
  const found = known.get(object) ?? find(object.body)
  known.set(object, found)
  return found
}

/** The objects are not validated yet: anything may stand anywhere. */
function find(body: unknown): readonly string[] {
  return list(at(at(at(body, 'spec'), 'bgp'), 'routers'))
    .flatMap((router) => list(at(router, 'neighbors')))
    .map((neighbor) => at(at(neighbor, 'passwordSecret'), 'name'))
    .filter((name) => typeof name === 'string')
    .filter((name) => name !== '')
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}
