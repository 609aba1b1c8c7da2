import { type DiffLine, diffLines, nearChanges } from './terminal/diff-lines.ts'
import { dim, green, red } from './terminal/paint.ts'
import type { Screen } from './terminal/screen.ts'

const colours: Readonly<Record<DiffLine['mark'], (text: string) => string>> = { '+': green, '-': red, ' ': dim }

/** Prints what was added and removed, with two lines around each change. */
export function printDiff(screen: Screen, before: readonly string[], after: readonly string[]): void {
  const lines = nearChanges(diffLines(before, after), 2)
  screen.print(...lines.map(({ mark, text }) => colours[mark](`${mark} ${text}`)))
}
