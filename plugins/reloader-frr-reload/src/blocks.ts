/** A top-level line of frr.conf and what is indented below it; `end` is the number of the line after. */
type Block = { readonly start: number; readonly end: number }

/**
 * The frr.conf with nothing but the top-level blocks that the entries belong to. All other lines are empty, so that FRR's
 * complaints about `line 7` still mean line 7 of the whole.
 */
export function onlyBlocksOf(frrConf: string, entries: readonly string[]): string {
  const lines = frrConf.split('\n')
  const heads = new Set(entries.map((entry) => normalize(entry.split('\n')[0] ?? '')))
  const blocks = blocksOf(lines)
  const wanted = blocks.filter(({ start }) => heads.has(normalize(lines[start] ?? '')))
  const found = new Set(wanted.map(({ start }) => normalize(lines[start] ?? '')))
  // Written in a way that we do not see through, a raw line without its indentation say: then the whole is the answer.
  if (found.size < heads.size) return frrConf
  const keep = new Set(wanted.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
  return lines.map((line, i) => (keep.has(i) ? line : '')).join('\n')
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const starts = lines.flatMap((line, i) => (/^[^\s!]/.test(line) && !/^(exit|end)\b/.test(line) ? [i] : []))
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? lines.length }))
}

function normalize(line: string): string {
  return line.trim().split(/\s+/).join(' ')
}
