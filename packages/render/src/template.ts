/** One part of a parsed template: what is left of Mustache when nothing is escaped and nothing is a function. */
export type Token =
  | Run
  | { readonly kind: 'section'; readonly name: string; readonly tokens: readonly Token[] }
  | { readonly kind: 'inverted'; readonly name: string; readonly tokens: readonly Token[] }
  /** `indentation` goes before every line of the partial. */
  | { readonly kind: 'partial'; readonly name: string; readonly indentation: string }

/** Text, then variables, each with the text after it: a line of frr.conf is one run, and is written in one step. */
export type Run = { readonly kind: 'run'; readonly text: string; readonly variables: readonly Variable[] }

export type Variable = { readonly name: string; readonly after: string }

/** A template, or what is wrong with it, in words that follow `target x: template:`. */
export type Parsed = { readonly tokens: readonly Token[]; readonly refusals: readonly string[] }

/** Joins neighbouring runs, since Mustache's parser makes a token of every tag. */
export function fuseRuns(tokens: readonly Token[]): readonly Token[] {
  const fused: Token[] = []
  for (const token of tokens) {
    const before = fused.at(-1)
    if (before?.kind === 'run' && token.kind === 'run') fused[fused.length - 1] = joined(before, token)
    else fused.push(token)
  }
  return fused
}

function joined(one: Run, other: Run): Run {
  const last = one.variables.at(-1)
  if (last === undefined) return { kind: 'run', text: one.text + other.text, variables: other.variables }
  const variables = [...one.variables.slice(0, -1), { ...last, after: last.after + other.text }, ...other.variables]
  return { kind: 'run', text: one.text, variables }
}
