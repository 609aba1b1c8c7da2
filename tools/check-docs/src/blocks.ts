export type Block = {
  /** Where its fence opens. */
  readonly line: number
  readonly language: string
  /** What follows the language behind the fence: `file=frr.d/edge.yaml`, `not-run=cluster`. */
  readonly words: Readonly<Record<string, string>>
  readonly lines: readonly string[]
}

/** The fenced blocks of a page, those inside of lists included. */
export function blocksOf(markdown: string): readonly Block[] {
  const blocks: Block[] = []
  let open: { fence: string; block: Block; lines: string[] } | undefined
  for (const [i, text] of markdown.split('\n').entries()) {
    const [, indent = '', fence, info = ''] = /^( *)(`{3,})(.*)$/.exec(text) ?? []
    if (open === undefined && fence !== undefined) {
      const [language = '', ...words] = info.trim().split(/ +/)
      const lines: string[] = []
      open = { fence: indent + fence, lines, block: { line: i + 1, language, words: wordsOf(words), lines } }
    } else if (open !== undefined && text === open.fence) {
      blocks.push(open.block)
      open = undefined
    } else if (open !== undefined) {
      open.lines.push(text.replace(open.fence.replaceAll('`', ''), ''))
    }
  }
  return blocks
}

function wordsOf(words: readonly string[]): Block['words'] {
  return Object.fromEntries(
    words.map((word) => {
      const [name = '', ...value] = word.split('=')
      return [name, value.join('=')]
    }),
  )
}
