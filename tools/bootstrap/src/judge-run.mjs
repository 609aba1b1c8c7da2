/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * The last line of `npm test` and its exit code. A run that counted nothing failed before its first test.
 *
 * @param {{ exitCode: number, counts: string }} run `counts` is what the summary reporter wrote
 */
export function judgeRun({ exitCode, counts }) {
  /** @type {Counts} */
  const { passed, failed, skipped } = counts === '' ? { passed: 0, failed: 0, skipped: 0 } : JSON.parse(counts)
  const nothingRan = passed + failed === 0
  const ends = exitCode === 0 && nothingRan ? 1 : exitCode
  // Not every failure belongs to a test: a threshold, a signal, a configuration that does not load.
  const line = summaryLine({ passed, failed: ends === 0 ? failed : Math.max(failed, 1), skipped })
  return { line, exitCode: ends, ...(nothingRan && { complaint: 'no test ran' }) }
}

/** @param {Counts} counts */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
