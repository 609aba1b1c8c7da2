/** Lines that went and lines that came, by their numbers in the one and the other text. */
export type Edits = { readonly removed: readonly number[]; readonly added: readonly number[] }

/** How far ahead a line is looked for that stands elsewhere now. */
const sight = 256
const mostEdits = 1000

/** The edits that make one text the other, where they are few and near each other; not always the fewest. */
export function editsBetween(before: readonly string[], after: readonly string[]): Edits | undefined {
  const removed: number[] = []
  const added: number[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    if (before[i] === after[j]) {
      i++
      j++
      continue
    }
    const came = distance(after, j, before[i])
    const went = distance(before, i, after[j])
    if (came <= went && came <= sight) for (let k = 0; k < came; k++) added.push(j++)
    else if (went <= sight) for (let k = 0; k < went; k++) removed.push(i++)
    else {
      if (i < before.length) removed.push(i++)
      if (j < after.length) added.push(j++)
    }
    if (removed.length + added.length > mostEdits) return undefined
  }
  return { removed, added }
}

/** How many lines on from there the line stands; far away when it does not. */
function distance(lines: readonly string[], from: number, line: string | undefined): number {
  if (line === undefined) return lines.length - from <= sight ? lines.length - from : sight + 1
  for (let k = 1; k <= sight && from + k < lines.length; k++) if (lines[from + k] === line) return k
  return sight + 1
}
