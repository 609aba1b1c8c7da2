import { type ContextKind, isAmong, type Release } from '@frrkit/frr-text'
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
  for (const { rule, read } of candidates(kind, text)) {
    const understood = isAmong(release, rule) ? read(text) : undefined
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

type RuleReader = { readonly rule: Rule; readonly read: Reader }

/** The rules that may be meant, by the words that tell most of them apart. */
const readers: ReadonlyMap<string, ReadonlyMap<string, readonly RuleReader[]>> = new Map(
  Object.entries(rules).map(([kind, ofKind]) => [kind, byKeyword(kind, ofKind)]),
)

function candidates(kind: ContextKind, line: string): readonly RuleReader[] {
  const ofKind = readers.get(kind)
  return ofKind?.get(keywordOf(kind, line)) ?? ofKind?.get(line.split(' ', 1)[0] ?? '') ?? []
}

function byKeyword(kind: string, ofKind: readonly Rule[]): ReadonlyMap<string, readonly RuleReader[]> {
  const found = new Map<string, RuleReader[]>()
  for (const rule of ofKind) {
    const reader = { rule, read: compileReader(withoutNo(rule.line)) }
    for (const keyword of keywordsOf(kind, rule)) found.set(keyword, [...(found.get(keyword) ?? []), reader])
  }
  return found
}

/** The word behind a neighbor's name; at the top level, where most begin alike, the first two. */
function keywordOf(kind: string, line: string): string {
  const first = line.indexOf(' ')
  if (first < 0) return line
  const second = endOfWord(line, first + 1)
  if (line.startsWith('neighbor ')) return line.slice(second + 1, endOfWord(line, second + 1))
  return kind === 'top' ? line.slice(0, second) : line.slice(0, first)
}

function endOfWord(line: string, from: number): number {
  const end = line.indexOf(' ', from)
  return end < 0 ? line.length : end
}

function keywordsOf(kind: string, { line }: Rule): readonly string[] {
  const [first = '', second, third = ''] = splitNotation(withoutNo(line))
  if (first === 'neighbor') return choicesOf(third)
  // What follows may be anything.
  if (kind !== 'top' || second === undefined || /^[A-Z[{(]/.test(second)) return choicesOf(first)
  return choicesOf(first).flatMap((one) => choicesOf(second).map((other) => `${one} ${other}`))
}

function choicesOf(word: string): readonly string[] {
  return word.startsWith('<') ? word.slice(1, -1).split('|') : [word]
}
