import { writeSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'
import { countTests } from './count-tests.ts'

/** Where `test.mjs` listens. Not stdout: other reporters write there after us, and the counts must be the last line. */
const descriptor = 3

/** Hands the counts of a run to `npm test`. A class, because vitest calls `new` on what it loads. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    writeSync(descriptor, JSON.stringify(countTests(modules, unhandledErrors)))
  }
}
