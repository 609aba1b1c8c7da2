import type { ContextKind, Release } from '@frrkit/frr-text'
import { splitNotation } from './notation.ts'
import { compileReader, type Reader, type Understood } from './reader.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules.ts'

/** A line as a rule understands it. */
export type Known = Understood & { readonly rule: Rule }

/** The rule that a line follows, `no` before it or not; of two, the one that has nothing against its values. */
export function know(kind: ContextKind, line: string, release: Release): Known | undefined {
  const text = withoutNo(line)
  let known: Known | undefined
  for (const { rule, read } of readers.get(kind)?.get(keywordOf(text)) ?? []) {
    const understood = appliesTo(rule, release) ? read(text) : undefined
    if (understood?.complaint === undefined && understood !== undefined) return { rule, ...understood }
    if (understood !== undefined) known ??= { rule, ...understood }
  }
  return known
}

/** Whether FRR of that release has such a command; its values may be wrong. */
export function isKnown(kind: ContextKind, line: string, release: Release): boolean {
  return know(kind, line, release) !== undefined
}

export function withoutNo(line: string): string {
  return line.startsWith('no ') ? line.slice(3) : line
}

export function appliesTo({ since = 0, before = Number.POSITIVE_INFINITY }: Rule, { version = '' }: Release): boolean {
  const major = Number.parseInt(version, 10) || 0
  return since <= major && major < before
}

type RuleReader = { readonly rule: Rule; readonly read: Reader }

/** The rules that may be meant, by the word that tells most of them apart. */
const readers: ReadonlyMap<string, ReadonlyMap<string, readonly RuleReader[]>> = new Map(
  Object.entries(rules).map(([kind, ofKind]) => [kind, byKeyword(ofKind)]),
)

function byKeyword(ofKind: readonly Rule[]): ReadonlyMap<string, readonly RuleReader[]> {
  const found = new Map<string, RuleReader[]>()
  for (const rule of ofKind) {
    const reader = { rule, read: compileReader(withoutNo(rule.line)) }
    for (const keyword of keywordsOf(rule)) found.set(keyword, [...(found.get(keyword) ?? []), reader])
  }
  return found
}

/** Of a line about a neighbor, the word behind its name. */
function keywordOf(line: string): string {
  const [first = '', , third = ''] = line.split(' ', 3)
  return first === 'neighbor' ? third : first
}

function keywordsOf({ line }: Rule): readonly string[] {
  const [first = '', , third = ''] = splitNotation(withoutNo(line))
  const word = first === 'neighbor' ? third : first
  return word.startsWith('<') ? word.slice(1, -1).split('|') : [word]
}
