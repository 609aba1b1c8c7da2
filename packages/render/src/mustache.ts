import Mustache from 'mustache'
import type { Parsed, Token } from './template.ts'

/** What Mustache's parser answers: type, name or text, two offsets, then the inner tokens or a partial's surroundings. */
type Span = readonly [type: string, value: string, start: number, end: number, ...rest: readonly unknown[]]

const nameShape = /^(\.|[A-Za-z][A-Za-z0-9_-]*)$/

/** The one place that calls Mustache: text → tokens. Tags that we refuse to know end up in `refusals`. */
export function parseTemplate(text: string): Parsed {
  const refusals: string[] = []
  try {
    const tokens = tokensOf(Mustache.parse(text), refusals)
    return { tokens, refusals }
  } catch (error) {
    // Mustache throws plain text such as `Unclosed section "routers" at 42`; there are no tokens to look at further.
    return { tokens: [], refusals: [error instanceof Error ? error.message : String(error)] }
  }
}

function tokensOf(spans: readonly Span[], refusals: string[]): readonly Token[] {
  return spans.flatMap((span) => tokenOf(span, refusals) ?? [])
}

function tokenOf(span: Span, refusals: string[]): Token | undefined {
  const [type, value, , , inner] = span
  switch (type) {
    case 'text':
      return { kind: 'run', text: value, variables: [] }
    case '!':
      return undefined
    case '=':
      refusals.push(`{{=${value}=}}: the delimiters stay {{ and }}`)
      return undefined
    case '&':
      refusals.push(`{{{${value}}}}: nothing is escaped here, so write {{${value}}}`)
      return undefined
  }
  if (type === '>') return partialOf(span, refusals)
  checkName(value, refusals)
  if (type === 'name') return { kind: 'run', text: '', variables: [{ name: value, after: '' }] }
  if (type === '#') return { kind: 'section', name: value, tokens: tokensOf(inner as readonly Span[], refusals) }
  if (type === '^') return { kind: 'inverted', name: value, tokens: tokensOf(inner as readonly Span[], refusals) }
  throw new Error(`BUG: Mustache has a tag {{${type}}} that we do not know`)
}

function partialOf([, name, , , indentation, tagIndex, afterText]: Span, refusals: string[]): Token {
  if (afterText === true) refusals.push(`{{> ${name}}}: a partial begins its line`)
  return { kind: 'partial', name, indentation: tagIndex === 0 ? String(indentation) : '' }
}

function checkName(name: string, refusals: string[]): void {
  if (name.includes('.') && name !== '.') {
    refusals.push(`{{${name}}}: a name is one word; write {{#timers}}{{hold}}{{/timers}} for {{timers.hold}}`)
  } else if (!nameShape.test(name)) {
    refusals.push(`{{${name}}}: a name is one word of letters, digits, - and _`)
  } else if (name in Object.prototype) {
    // Every object inherits these, so the tag would find a function where the view says nothing.
    refusals.push(`{{${name}}}: every JavaScript object inherits this name; call it something else`)
  }
}
