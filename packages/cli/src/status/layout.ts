export type Tone = 'good' | 'bad' | 'quiet'
export type Cell = string | { readonly text: string; readonly tone: Tone }

/** Gives text its colour, or leaves it alone. */
export type Paint = (text: string, tone: Tone) => string

export type Layout = {
  readonly paint: Paint
  /** Longer lines are cut, and end with …; not cut when absent. */
  readonly width?: number | undefined
}

/** Columns as wide as their widest cell, two spaces apart. */
export function layOut(
  rows: readonly (readonly Cell[])[],
  { paint, width = Number.POSITIVE_INFINITY }: Layout,
): readonly string[] {
  const plain = rows.map((row) => row.map(plainText))
  const columns = Math.max(0, ...plain.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...plain.map((row) => row[i]?.length ?? 0)))
  return rows.map((row, at) => {
    const texts = plain[at] ?? []
    const last = texts.findLastIndex((text) => text !== '')
    let left = width
    let line = ''
    for (const [i, cell] of row.slice(0, last + 1).entries()) {
      const text = texts[i] ?? ''
      const shown = cut(text, left)
      line += typeof cell === 'string' ? shown : paint(shown, cell.tone)
      const gap = i === last ? '' : ' '.repeat((widths[i] ?? 0) - text.length + 2)
      left -= text.length + gap.length
      if (left <= 0) break
      line += gap
    }
    return line
  })
}

/** One line of text by the same rules. */
export function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, Math.max(0, width - 1))}…`
}

/**
 * What stands in a cell takes one place per character, whatever a peer calls itself: other letters than those of ASCII may
 * take two places, or none.
 */
function plainText(cell: Cell): string {
  const text = typeof cell === 'string' ? cell : cell.text
  return text.replace(/[^ -~]/gu, (letter) => `\\u${(letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
}
