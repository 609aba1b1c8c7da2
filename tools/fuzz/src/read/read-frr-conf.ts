import type { FrrModel } from '@frrkit/model'
import { type Block, matchLine, parentOf } from './grammar.ts'

/** One line of a frr.conf, and the lines that opened the blocks around it. */
export type ConfLine = {
  readonly number: number
  readonly block: Block
  readonly around: readonly string[]
  readonly words: readonly string[]
}

/**
 * Reads a frr.conf as strictly as it can: lines that frrkit is known to write, in the blocks where it writes them. Throws
 * at anything else, be it harmless to FRR: what nobody meant to write is a way in.
 */
export function readFrrConf(text: string): readonly ConfLine[] {
  if (text !== '' && !text.endsWith('\n')) throw new Error('the last line of frr.conf does not end')
  const open: { readonly block: Block; readonly line: string }[] = []
  return text
    .split('\n')
    .slice(0, -1)
    .map((line, i) => {
      const number = i + 1
      // A line of 4096 bytes would be two to vtysh; a control character has no place anywhere.
      if (Buffer.byteLength(line) > 4000) throw new Error(`line ${number} has ${Buffer.byteLength(line)} bytes`)
      if (/\p{Cc}/u.test(line)) throw new Error(`line ${number} holds a control character: ${JSON.stringify(line)}`)
      const words = wordsOf(line, number)
      for (;;) {
        const block = open.at(-1)?.block ?? 'top'
        const match = matchLine(block, words)
        if ('fault' in match) {
          // FRR climbs to the block around, so do we; what no block knows is an intruder.
          if (parentOf(block) === undefined) throw new Error(`line ${number} is none of ours: ${line} (${match.fault})`)
          open.pop()
          continue
        }
        const read = { number, block, around: open.map((opener) => opener.line), words }
        if (match.closes !== undefined) open.pop()
        if (match.opens !== undefined) open.push({ block: match.opens, line: words.join(' ') })
        return read
      }
    })
}

/** Exactly two spaces for each level are not asked for, but one space between words is: FRR splits at each. */
function wordsOf(line: string, number: number): readonly string[] {
  const words = line.replace(/^ */, '').split(' ')
  if (words.includes('')) throw new Error(`line ${number} has an empty word: ${JSON.stringify(line)}`)
  const [first = ''] = words
  if (/^[!#]/.test(first)) throw new Error(`line ${number} is a comment, to FRR: ${JSON.stringify(line)}`)
  return words
}

/** What stands before the raw snippets, which are verbatim and end the text. */
export function withoutRaw(frrConf: string, snippets: FrrModel['rawSnippets']): string {
  const raw = snippets.map(({ text }) => `${text.reveal()}\n`).join('')
  if (!frrConf.endsWith(raw)) throw new Error('frr.conf does not end with the raw snippets, as they were written')
  return frrConf.slice(0, frrConf.length - raw.length)
}
