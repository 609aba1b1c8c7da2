/** One line of a unified diff: kept, added or removed. */
export type DiffLine = { readonly mark: ' ' | '+' | '-'; readonly text: string }

/** The shortest way from one text to the other, line by line (longest common subsequence). For a few hundred lines. */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  // common[i][j]: how many lines the rests before[i…] and after[j…] share at most.
  const common = Array.from({ length: before.length + 1 }, () => after.map(() => 0))
  const shared = (i: number, j: number): number => common[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const row = common[i] ?? []
    for (let j = after.length - 1; j >= 0; j--) {
      row[j] = before[i] === after[j] ? shared(i + 1, j + 1) + 1 : Math.max(shared(i + 1, j), shared(i, j + 1))
    }
  }
  const lines: DiffLine[] = []
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [old = '', wanted = ''] = [before[i], after[j]]
    if (i < before.length && j < after.length && old === wanted) {
      lines.push({ mark: ' ', text: old })
      i++
      j++
    } else if (i < before.length && (j === after.length || shared(i + 1, j) >= shared(i, j + 1))) {
      lines.push({ mark: '-', text: old })
      i++
    } else {
      lines.push({ mark: '+', text: wanted })
      j++
    }
  }
  return lines
}

/** Leaves out what is further than `context` lines from any change; `…` stands in for it. */
export function nearChanges(lines: readonly DiffLine[], context: number): readonly DiffLine[] {
  const near = lines.map((_, i) =>
    lines.slice(Math.max(0, i - context), i + context + 1).some(({ mark }) => mark !== ' '),
  )
  return lines.flatMap((line, i) => {
    if (near[i]) return [line]
    return i === 0 || near[i - 1] ? [{ mark: ' ', text: '…' } as const] : []
  })
}
