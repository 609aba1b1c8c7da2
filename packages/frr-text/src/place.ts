import { type ContextKind, type ContextRule, contextRules, staysInside, topLevel } from './contexts.ts'
import { spell } from './spelling.ts'

/** A context that the text is in; the top level has no rule. */
type Level = { readonly kind: ContextKind; readonly opener: string; readonly rule?: ContextRule }

/** Where a line stands: the contexts it is in, outermost first, without the top level. */
export type Place = { readonly kind: ContextKind; readonly path: readonly string[] }

/** What a line does there: it opens a context, or it is a line of one. */
export type Placed = { readonly place: Place; readonly opens: boolean }

const top: Level = { kind: 'top', opener: '' }
const ends: ReadonlySet<string> = new Set(['end', 'XFRR_end_configuration', 'XFRR_start_configuration'])
const rulesWithin = Map.groupBy(contextRules, ({ within }) => within)
const closers: ReadonlySet<string> = new Set(contextRules.flatMap(({ closer }) => closer ?? []))

const atTop: Placed = { place: { kind: 'top', path: [] }, opens: false }

/** Follows a text line by line through FRR's contexts; undefined for lines that only move. */
export function createPlacing(): (line: string) => Placed | undefined {
  let levels: readonly Level[] = [top]
  let ofFamily: { readonly levels: readonly Level[]; readonly placed: Placed } | undefined
  return (line) => {
    // Most lines of a long configuration are such, and nothing else knows them.
    if (line.startsWith('ip prefix-list ') || line.startsWith('ipv6 prefix-list ')) {
      levels = [top]
      return atTop
    }
    // And most of the others: a family knows them, and they lead nowhere.
    const inFamily = levels.at(-1)?.kind === 'address-family'
    if (inFamily && line.startsWith('network ')) {
      if (ofFamily?.levels !== levels) ofFamily = { levels, placed: { place: placeOf(levels), opens: false } }
      return ofFamily.placed
    }
    if (ends.has(line)) levels = [top]
    else if (line === 'exit' || line === 'quit') levels = levels.slice(0, Math.max(1, levels.length - 1))
    else if (closers.has(line)) levels = closed(levels, line)
    else {
      const opens = enter(levels, line)
      levels = opens ?? levels.slice(0, 1 + owner(levels, line.startsWith('no ') ? line.slice(3) : line))
      return { place: placeOf(levels), opens: opens !== undefined }
    }
    return undefined
  }
}

/** FRR lets `exit-address-family` end what is inside the address family as well. */
function closed(levels: readonly Level[], closer: string): readonly Level[] {
  const last = levels.findLastIndex(({ rule }) => rule?.closer === closer)
  return last < 0 ? levels : levels.slice(0, last)
}

/** The contexts after a line that opens one, searched from the innermost outwards. */
function enter(levels: readonly Level[], line: string): readonly Level[] | undefined {
  for (let i = levels.length - 1; i >= 0; i--) {
    const rule = rulesWithin.get(kindAt(levels, i))?.find((candidate) => leads(candidate, levels[i], line))
    if (rule !== undefined)
      return [...levels.slice(0, i + 1), { kind: rule.kind, opener: spell(rule.kind, line).join(), rule }]
    if (owns(levels[i], line)) return undefined
  }
  return undefined
}

function leads({ inside, opener }: ContextRule, level: Level | undefined, line: string): boolean {
  return opener.test(line) && (inside === undefined || inside.test(level?.opener ?? ''))
}

/** The index of the innermost context that knows the line; a line that none knows stays where it is. */
function owner(levels: readonly Level[], line: string): number {
  const found = levels.findLastIndex((level) => owns(level, line))
  return found >= 0 ? found : levels.length - 1
}

function owns(level: Level | undefined, line: string): boolean {
  if (level === undefined || level.kind === 'top') return ofTop(line)
  if (level.rule?.owns !== undefined) return level.rule.owns.test(line)
  return staysInside[level.kind]?.test(line) === true || !ofTop(line)
}

function ofTop(line: string): boolean {
  return topLevel.test(line) || rulesWithin.get('top')?.some(({ opener }) => opener.test(line)) === true
}

function kindAt(levels: readonly Level[], i: number): ContextKind {
  return levels[i]?.kind ?? 'top'
}

function placeOf(levels: readonly Level[]): Place {
  return { kind: kindAt(levels, levels.length - 1), path: levels.slice(1).map(({ opener }) => opener) }
}
