import { context, type Unfilled } from './context.ts'
import { parseTemplate } from './mustache.ts'
import { fuseRuns, type Token } from './template.ts'
import { inSequence, inverted, nothing, run, section, type Write } from './write.ts'

export type TemplateParts = {
  readonly template: string
  readonly partials: Readonly<Record<string, string>>
  /** What `{{> origins}}` does; nothing when absent. */
  readonly origins?: OriginWriter | undefined
}

/** Says in the text who asked for what. */
export type OriginWriter = {
  /** What stands in the place of `{{> origins}}`. */
  at(indentation: string): Write
  /** The section, partial or template that it stands in, to whose end it speaks. */
  around?(inner: Write): Write
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
  if (Object.hasOwn(parts.partials, 'origins')) {
    refusals.push({ part: 'partial origins', reason: 'this name is taken: {{> origins}} is the renderer’s own' })
  }
  const write = compilePart({ ...parts, refusals }, 'template', parts.template, [])
  return {
    refusals,
    fill(view) {
      const unfilled: Unfilled = new Set()
      const text = write(context(view), unfilled)
      return { text, unfilled: [...unfilled].toSorted() }
    },
  }
}

type Compiling = TemplateParts & { readonly refusals: Refusal[] }

/** `open` names the partials around this part, outermost first. */
function compilePart(compiling: Compiling, part: string, text: string, open: readonly string[]): Write {
  const { tokens, refusals } = parseTemplate(text)
  compiling.refusals.push(...refusals.map((reason) => ({ part, reason })))
  const refuse = (reason: string): Write => {
    compiling.refusals.push({ part, reason })
    return nothing
  }

  const { origins } = compiling
  const compileAll = (all: readonly Token[]): Write => {
    const inner = inSequence(fuseRuns(all).map(compileToken))
    const speaks = all.some((token) => token.kind === 'partial' && token.name === 'origins')
    return speaks && origins?.around !== undefined ? origins.around(inner) : inner
  }

  const compileToken = (token: Token): Write => {
    switch (token.kind) {
      case 'run':
        return run(token)
      case 'section':
        return section(token.name, compileAll(token.tokens))
      case 'inverted':
        return inverted(token.name, compileAll(token.tokens))
      case 'partial':
        return compilePartial(token.name, token.indentation)
    }
  }

  const compilePartial = (name: string, indentation: string): Write => {
    if (name === 'origins') return origins?.at(indentation) ?? nothing
    const partial = Object.hasOwn(compiling.partials, name) ? compiling.partials[name] : undefined
    if (partial === undefined) return refuse(`{{> ${name}}}: there is no partial of this name`)
    // Mustache would follow the circle as deep as the data goes; FRR's blocks nest three deep, never without end.
    if (open.includes(name))
      return refuse(`{{> ${name}}}: the partial contains itself (${[...open, name].join(' > ')})`)
    return compilePart(compiling, `partial ${name}`, indent(partial, indentation), [...open, name])
  }

  return compileAll(tokens)
}

function indent(text: string, indentation: string): string {
  return indentation === '' ? text : text.replace(/^(?=.)/gm, indentation)
}
