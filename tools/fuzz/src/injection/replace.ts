import type { World } from '../world.ts'
import type { Place } from './places.ts'

/** The world with another text in that one place. */
export function replaceAt(world: World, { path, text }: Place, by: string): World {
  return rewrite(world, (at, found) => (at === path && found === text ? by : found))
}

/** The world with another text wherever that text stands: a name, and whatever refers to it. */
export function replaceEverywhere(world: World, { text }: Place, by: string): World {
  return rewrite(world, (_, found) => (found === text ? by : found))
}

type Change = (path: string, text: string) => string

function rewrite({ objects, secrets, facts }: World, change: Change): World {
  return {
    objects: objects.map((object) => ({ ...object, body: rewriteBody(object.body, change) })),
    secrets: secrets.map((secret) => {
      const password = new TextDecoder().decode(secret.data.password)
      const data = { password: new TextEncoder().encode(change('Secret password', password)) }
      return { ...secret, name: change('Secret name', secret.name), type: change('Secret type', secret.type), data }
    }),
    facts: {
      ...facts,
      hostname: change('hostname', facts.hostname),
      alwaysBlock: facts.alwaysBlock.map((text) => change('always-block', text)),
      labels: rewriteMap(
        facts.labels,
        (key) => `node label ${key}`,
        (key) => `value of node label ${key}`,
        change,
      ),
    },
  }
}

function rewriteBody(body: unknown, change: Change): unknown {
  const { spec, ...rest } = body as Record<string, unknown>
  return { ...rest, spec: rewriteValue(spec, 'spec', change) }
}

function rewriteValue(value: unknown, path: string, change: Change): unknown {
  if (typeof value === 'string') return change(path, value)
  if (Array.isArray(value)) return value.map((item, i) => rewriteValue(item, `${path}[${i}]`, change))
  if (typeof value !== 'object' || value === null) return value
  if (path.endsWith('.matchLabels')) {
    const labels = value as Readonly<Record<string, string>>
    return rewriteMap(
      labels,
      () => `key of ${path}`,
      () => `value of ${path}`,
      change,
    )
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, rewriteValue(inner, `${path}.${key}`, change)]),
  )
}

/** `Object.fromEntries` makes `__proto__` a key like any other. */
function rewriteMap(
  map: Readonly<Record<string, string>>,
  keyPath: (key: string) => string,
  valuePath: (key: string) => string,
  change: Change,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [change(keyPath(key), key), change(valuePath(key), value)]),
  )
}
