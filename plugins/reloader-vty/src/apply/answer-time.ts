/** The longest that Node waits, 24 days: it takes anything longer for one millisecond. */
const longestTimer = 2 ** 31 - 1

/**
 * Milliseconds for one answer. The commit of a batch is one, and takes as long as all its `lines`. Measured on two busy
 * cores, and doubled: 10.3 takes a millisecond for a line, 8.4 forty seconds for a thousand and four times as many for twice
 * as many.
 */
export function answerTime({
  applyWithin,
  lines,
  major,
}: {
  readonly applyWithin: number
  readonly lines: number
  /** Of FRR's version: the 8 of 8.4.4. */
  readonly major: number
}): number {
  const commit = major >= 10 ? lines * 2 : 80_000 * (lines / 1000) ** 2
  return Math.min(longestTimer, applyWithin + commit)
}

/**
 * Milliseconds for a daemon to show what it runs, where that is about as long as the text: bgpd says nothing before it has
 * put all of it together. Measured on two busy cores, and taken times ten: 10.3 needs two seconds for ten megabytes.
 */
export function readingTime({ answerWithin, text }: { readonly answerWithin: number; readonly text: string }): number {
  return answerWithin + Math.round(text.length / 500)
}
