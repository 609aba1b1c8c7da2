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
  const keep = numbersOf(wanted)
  return lines.map((line, i) => (keep.has(i) ? line : '')).join('\n')
}

/** The frr.conf without the blocks that begin with these lines, every other line where it was. */
export function withoutBlocksOf(frrConf: string, heads: readonly string[]): string {
  const lines = frrConf.split('\n')
  const unwanted = numbersOf(blocksOf(lines).filter(({ start }) => heads.includes(normalize(lines[start] ?? ''))))
  return unwanted.size === 0 ? frrConf : lines.map((line, i) => (unwanted.has(i) ? '' : line)).join('\n')
}

function numbersOf(blocks: readonly Block[]): ReadonlySet<number> {
  return new Set(blocks.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
}

function blocksOf(lines: readonly string[]): readonly Block[] {
  const starts = lines.flatMap((line, i) => (/^[^\s!]/.test(line) && !/^(exit|end)\b/.test(line) ? [i] : []))
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? lines.length }))
}

function normalize(line: string): string {
  return line.trim().split(/\s+/).join(' ')
}
