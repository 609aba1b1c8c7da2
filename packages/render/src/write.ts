import { annotate } from './annotate.ts'
import { type Context, lookup, truthy, type Unfilled, written } from './context.ts'
import type { Run } from './template.ts'

/** Writes one part of a template for the data in a context; tags that find no data are noted in `unfilled`. */
export type Write = (context: Context, unfilled: Unfilled) => string

export const nothing: Write = () => ''

export function inSequence(writes: readonly Write[]): Write {
  const [only] = writes
  if (only !== undefined && writes.length === 1) return only
  return (context, unfilled) => {
    let text = ''
    for (const write of writes) text += write(context, unfilled)
    return text
  }
}

export function run({ text, variables }: Run): Write {
  if (variables.length === 0) return () => text
  return (context, unfilled) => {
    let line = text
    for (const { name, after } of variables) line += written(lookup(name, context, unfilled), name, unfilled) + after
    return line
  }
}

/** As in Mustache: once for each element of a list, once inside an object, text or number, once as it stands for true. */
export function section(name: string, inner: Write): Write {
  return (context, unfilled) => {
    const value = lookup(name, context, unfilled)
    if (!truthy(value)) return ''
    if (value === true) return inner(context, unfilled)
    if (!Array.isArray(value)) return inner({ view: value, parent: context }, unfilled)
    let text = ''
    for (const view of value) text += inner({ view, parent: context }, unfilled)
    return text
  }
}

export function inverted(name: string, inner: Write): Write {
  return (context, unfilled) => (truthy(lookup(name, context, unfilled)) ? '' : inner(context, unfilled))
}

/** What `{{> origins}}` stands for in an annotated frr.conf. */
export function originLines(indentation: string): Write {
  return (context, unfilled) => annotate(lookup('origins', context, unfilled), indentation)
}
