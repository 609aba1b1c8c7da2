import type { World } from './world.ts'

/** Every password that a world holds: of neighbors, of Secrets, and in raw text. Short ones could be found by chance. */
export function secretsOf({ objects, secrets }: World): readonly string[] {
  const bytes = secrets.flatMap(({ data }) => Object.values(data))
  const texts = [
    ...bytes.map((password) => new TextDecoder().decode(password).trim()),
    ...objects.flatMap(({ body }) => passwordsIn(body)),
  ]
  return [...new Set(texts)].filter((text) => text.length >= 6)
}

function passwordsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner !== 'string') return passwordsIn(inner)
    if (key === 'rawConfig') return [...inner.matchAll(/ password (\S+)/g)].flatMap(([, password]) => password ?? [])
    return key === 'password' ? [inner] : []
  })
}
