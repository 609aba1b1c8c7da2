import { annotate } from './annotate.ts'
import { type Context, lookup, truthy, type Unfilled, written } from './context.ts'
import { parseTemplate } from './mustache.ts'
import type { Token } from './template.ts'

/** Writes one part of a template for the data in a context; tags that find no data are noted in `unfilled`. */
type Write = (context: Context, unfilled: Unfilled) => string

export type TemplateParts = {
  readonly template: string
  readonly partials: Readonly<Record<string, string>>
  /** Whether `{{> origins}}` writes comment lines, or nothing. */
  readonly annotate: boolean
}

/** A template ready to be filled. With refusals there is nothing to fill. */
export type CompiledTemplate = {
  readonly refusals: readonly Refusal[]
  /** The text, and the tags for which the view has no data. */
  readonly fill: (view: object) => { readonly text: string; readonly unfilled: readonly string[] }
}

/** `part` is `template` or `partial profile`. */
export type Refusal = { readonly part: string; readonly reason: string }

/** Turns a template and its partials into one function, which is what makes long lists cheap. */
export function compileTemplate(parts: TemplateParts): CompiledTemplate {
  const refusals: Refusal[] = []
  const write = compilePart({ ...parts, refusals }, 'template', parts.template, [])
  return {
    refusals,
    fill(view) {
      const unfilled: Unfilled = new Set()
      const text = write({ view, parent: undefined }, unfilled)
      return { text, unfilled: [...unfilled].toSorted() }
    },
  }
}

type Compiling = TemplateParts & { readonly refusals: Refusal[] }

/** `open` names the partials around this part, outermost first. */
function compilePart(compiling: Compiling, part: string, text: string, open: readonly string[]): Write {
  const { tokens, refusals } = parseTemplate(text)
  compiling.refusals.push(...refusals.map((reason) => ({ part, reason })))
  const refuse = (reason: string) => {
    compiling.refusals.push({ part, reason })
    return nothing
  }

  const compileAll = (all: readonly Token[]): Write => inSequence(all.map(compileToken))

  const compileToken = (token: Token): Write => {
    switch (token.kind) {
      case 'text':
        return () => token.text
      case 'variable':
        return variable(token.name)
      case 'section':
        return section(token.name, compileAll(token.tokens))
      case 'inverted':
        return inverted(token.name, compileAll(token.tokens))
      case 'partial':
        return compilePartial(token.name, token.indentation)
    }
  }

  const compilePartial = (name: string, indentation: string): Write => {
    if (name === 'origins') return compiling.annotate ? originLines(indentation) : nothing
    const partial = Object.hasOwn(compiling.partials, name) ? compiling.partials[name] : undefined
    if (partial === undefined) return refuse(`{{> ${name}}}: there is no partial of this name`)
    // Mustache would follow the circle as deep as the data goes; FRR's blocks nest three deep, never without end.
    if (open.includes(name))
      return refuse(`{{> ${name}}}: the partial contains itself (${[...open, name].join(' > ')})`)
    return compilePart(compiling, `partial ${name}`, indent(partial, indentation), [...open, name])
  }

  return compileAll(tokens)
}

const nothing: Write = () => ''

function inSequence(writes: readonly Write[]): Write {
  const [only] = writes
  if (only !== undefined && writes.length === 1) return only
  return (context, unfilled) => {
    let text = ''
    for (const write of writes) text += write(context, unfilled)
    return text
  }
}

function variable(name: string): Write {
  if (name === '.') return ({ view }, unfilled) => written(view, name, unfilled)
  return (context, unfilled) => written(lookup(name, context, unfilled), name, unfilled)
}

function section(name: string, inner: Write): Write {
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

function inverted(name: string, inner: Write): Write {
  return (context, unfilled) => (truthy(lookup(name, context, unfilled)) ? '' : inner(context, unfilled))
}

function originLines(indentation: string): Write {
  return (context, unfilled) => annotate(lookup('origins', context, unfilled), indentation)
}

function indent(text: string, indentation: string): string {
  return indentation === '' ? text : text.replace(/^(?=.)/gm, indentation)
}
