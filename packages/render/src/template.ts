/** One part of a parsed template: what is left of Mustache when nothing is escaped and nothing is a function. */
export type Token =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'section'; readonly name: string; readonly tokens: readonly Token[] }
  | { readonly kind: 'inverted'; readonly name: string; readonly tokens: readonly Token[] }
  /** `indentation` goes before every line of the partial. */
  | { readonly kind: 'partial'; readonly name: string; readonly indentation: string }

/** A template, or what is wrong with it, in words that follow `target x: template:`. */
export type Parsed = { readonly tokens: readonly Token[]; readonly refusals: readonly string[] }
