import { type Part, parseNotation, splitNotation } from './notation.ts'
import { checkOf, looksOf } from './placeholders.ts'
import type { Check, Complaint } from './values.ts'

/** What a line says in the words of one command. */
export type Understood = {
  /** What is wrong with its values; undefined when nothing is. */
  readonly complaint: Complaint
  /** The words for each part of the notation, in order; empty where it is left out. */
  readonly parts: () => readonly Words[]
}

export type Words = { readonly notation: string; readonly words: string }

/** Reads a line of one command; undefined for a line of another one. */
export type Reader = (line: string) => Understood | undefined

type Group = { readonly part: string } | { readonly is: Check | undefined; readonly many: boolean }

/** One regular expression for each command, compiled once. Values are looked at when the words are right. */
export function compileReader(notation: string): Reader {
  const groups: Group[] = []
  const pattern = parseNotation(notation)
    .map((part, i) => {
      groups.push({ part: splitNotation(notation)[i] ?? '' })
      return `(${patternOf(part, groups)})`
    })
    .join('')
  const whole = new RegExp(`^${pattern}$`)
  return (line) => {
    const found = whole.exec(` ${line}`)
    return found === null
      ? undefined
      : { complaint: firstComplaint(groups, found), parts: () => partsOf(groups, found) }
  }
}

/** With the blank before it, so that what is left out leaves none. */
function patternOf(part: Part, groups: Group[]): string {
  const sequence = (parts: readonly Part[]): string => parts.map((each) => patternOf(each, groups)).join('')
  switch (part.is) {
    case 'word':
      return ` ${part.word.replace(/[.+*?^$()]/g, '\\$&')}`
    case 'perhaps':
      return `(?:${sequence(part.parts)})?`
    case 'one-of':
      return `(?:${part.choices.map(sequence).join('|')})`
    case 'any-of':
      return anyOf(part.choices, sequence)
    case 'value': {
      groups.push({ is: checkOf(part.name), many: part.many })
      const looks = looksOf(part.name)
      return ` (${looks}${part.many ? `(?: ${looks})*` : ''})`
    }
  }
}

/** Each once, in any order: a group that is passed twice would only tell its last value. */
function anyOf<T>(choices: readonly T[], patternOfOne: (choice: T) => string): string {
  if (choices.length === 0) return ''
  const first = choices.map((choice, i) => `${patternOfOne(choice)}${anyOf(choices.toSpliced(i, 1), patternOfOne)}`)
  return `(?:${first.join('|')})?`
}

function firstComplaint(groups: readonly Group[], found: RegExpExecArray): Complaint {
  for (let i = 0; i < groups.length; i++) {
    const [group, text] = [groups[i], found[i + 1]]
    if (group === undefined || 'part' in group || text === undefined || group.is === undefined) continue
    const complaint = group.many ? complaintOfAny(group.is, text) : group.is(text)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function complaintOfAny(is: Check, text: string): Complaint {
  for (const word of text.split(' ')) {
    const complaint = is(word)
    if (complaint !== undefined) return complaint
  }
  return undefined
}

function partsOf(groups: readonly Group[], found: RegExpExecArray): readonly Words[] {
  return groups.flatMap((group, i) =>
    'part' in group ? [{ notation: group.part, words: (found[i + 1] ?? '').trim() }] : [],
  )
}
