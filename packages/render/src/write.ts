import { type Context, context, lookup, truthy, type Unfilled, written } from './context.ts'
import type { Run } from './template.ts'

/** Writes one part of a template for the data in a context; tags that find no data are noted in `unfilled`. */
export type Write = (context: Context, unfilled: Unfilled) => string

export const nothing: Write = () => ''

export function inSequence(writes: readonly Write[]): Write {
  const [only] = writes
  if (only !== undefined && writes.length === 1) return only
  return (inside, unfilled) => {
    let text = ''
    for (const write of writes) text += write(inside, unfilled)
    return text
  }
}

export function run({ text, variables }: Run): Write {
  if (variables.length === 0) return () => text
  return (inside, unfilled) => {
    let line = text
    for (const { name, after } of variables) line += written(lookup(name, inside, unfilled), name, unfilled) + after
    return line
  }
}

/** As in Mustache: once for each element of a list, once inside an object, text or number, once as it stands for true. */
export function section(name: string, inner: Write): Write {
  const element = keeping(inner)
  return (outside, unfilled) => {
    const value = lookup(name, outside, unfilled)
    if (!truthy(value)) return ''
    if (value === true) return inner(outside, unfilled)
    if (!Array.isArray(value)) return inner(context(value, outside), unfilled)
    let text = ''
    for (const view of value) text += element(context(view, outside), unfilled)
    return text
  }
}

/** Keeps the text of a frozen view whose tags found all they need in the view itself: it will be the same next time. */
function keeping(inner: Write): Write {
  const kept = new WeakMap<object, string>()
  return (inside, unfilled) => {
    const { view } = inside
    if (typeof view !== 'object' || view === null || !Object.isFrozen(view)) return inner(inside, unfilled)
    const known = kept.get(view)
    if (known !== undefined) return known
    const text = inner(inside, unfilled)
    if (!inside.leaned && unfilled.size === 0) kept.set(view, flat(text))
    return text
  }
}

/**
 * V8 adds strings by remembering both, and copies when somebody looks inside. Looking now makes one piece of what would
 * be a thousand in every text to come.
 */
function flat(text: string): string {
  return text.endsWith('\n') ? text : text.concat()
}

export function inverted(name: string, inner: Write): Write {
  return (inside, unfilled) => (truthy(lookup(name, inside, unfilled)) ? '' : inner(inside, unfilled))
}
