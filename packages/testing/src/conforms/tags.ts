import { ok } from '@frrkit/model'
import { defineRenderTarget, type RenderTarget } from '@frrkit/plugin'
import Mustache from 'mustache'

/** What Mustache's parser answers, as far as it matters here: type, name, two offsets, inner tokens. */
type Span = readonly [type: string, value: string, start: number, end: number, inner?: unknown]

/** The names that a template asks for. */
export function tagNames(template: string): readonly string[] {
  return namesIn(Mustache.parse(template) as readonly Span[])
}

function namesIn(spans: readonly Span[]): readonly string[] {
  return spans.flatMap(([type, value, , , inner]) => {
    if (type === 'name' || type === '&') return value === '.' ? [] : [value]
    if (type === '#' || type === '^') return [value, ...namesIn(inner as readonly Span[])]
    return []
  })
}

/** The keys under which a view says anything, at any depth. */
export function filledNames(view: unknown, found: Set<string> = new Set()): ReadonlySet<string> {
  if (typeof view !== 'object' || view === null) return found
  if (Array.isArray(view)) {
    for (const inner of view) filledNames(inner, found)
    return found
  }
  for (const [key, value] of Object.entries(view)) {
    if (value !== undefined && value !== null && value !== '' && value !== false) found.add(key)
    filledNames(value, found)
  }
  return found
}

/** The same target, whose view throws at a tag that it has no answer to. Plain Mustache writes nothing instead. */
export function strictly(target: RenderTarget): RenderTarget {
  return defineRenderTarget({
    ...target,
    view(model) {
      const result = target.view(model)
      return result.ok ? ok(strictRoot(target.name, result.value)) : result
    },
  })
}

/** A name that no inner object knows is looked up here last; so what is not here is nowhere. */
function strictRoot(name: string, view: object): object {
  return new Proxy(view, {
    has: () => true,
    get(_, key) {
      if (Object.hasOwn(view, key)) return (view as Record<PropertyKey, unknown>)[key]
      throw new Error(`BUG: the view of ${name} has no data for {{${String(key)}}}`)
    },
  })
}
