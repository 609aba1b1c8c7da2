/** A part of a command: FRR's notation, taken apart. */
export type Part =
  | { readonly is: 'word'; readonly word: string }
  | { readonly is: 'value'; readonly name: string; readonly many: boolean }
  | { readonly is: 'one-of' | 'any-of'; readonly choices: readonly (readonly Part[])[] }
  | { readonly is: 'perhaps'; readonly parts: readonly Part[] }

const closing: Readonly<Record<string, string>> = { '<': '>', '[': ']', '{': '}', '(': ')' }

/**
 * Words as they are, values in capitals or as `(1-255)`, `<one|of these>`, `[perhaps]`, `{any|of|these}` in any order, and
 * `...` for one or more.
 */
export function parseNotation(notation: string): readonly Part[] {
  return splitOutside(notation, ' ').map(parsePart)
}

/** The parts as they are written: `['neighbor', 'PEER', 'timers', '(0-65535)', '(0-65535)']`. */
export function splitNotation(notation: string): readonly string[] {
  return splitOutside(notation, ' ')
}

function parsePart(text: string): Part {
  const inside = text.slice(1, -1)
  if (text.startsWith('<')) return { is: 'one-of', choices: splitOutside(inside, '|').map(parseNotation) }
  if (text.startsWith('{')) return { is: 'any-of', choices: splitOutside(inside, '|').map(parseNotation) }
  if (text.startsWith('[{')) return { is: 'any-of', choices: splitOutside(text.slice(2, -2), '|').map(parseNotation) }
  if (text.startsWith('[')) return { is: 'perhaps', parts: parseNotation(inside) }
  const [, name = text, dots = ''] = /^(.+?)(\.\.\.)?$/.exec(text) ?? []
  return isValue(name) ? { is: 'value', name, many: dots !== '' } : { is: 'word', word: text }
}

function isValue(name: string): boolean {
  return name.startsWith('(') || /^[A-Z][A-Z0-9_:./]*$/.test(name)
}

/** Splits where no bracket is open. */
function splitOutside(text: string, separator: string): readonly string[] {
  const found: string[] = []
  const open: string[] = []
  let from = 0
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i)
    const close = closing[letter]
    if (close !== undefined) open.push(close)
    else if (letter === open.at(-1)) open.pop()
    else if (letter === separator && open.length === 0) {
      found.push(text.slice(from, i))
      from = i + 1
    }
  }
  return [...found, text.slice(from)]
}
