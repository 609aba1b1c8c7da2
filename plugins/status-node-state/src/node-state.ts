import type { FrrNodeStateStatus } from '@frrkit/api'
import { formatProblem, hidden, type Problem, redactFrrText } from '@frrkit/model'
import type { NodeReport, Outcome } from '@frrkit/plugin'
import { bounded } from './bounded.ts'
import { listedProblems } from './listed-problems.ts'
import { nodeProblems } from './node-problems.ts'

export type NodeStateStatus = Required<FrrNodeStateStatus>

/**
 * Bytes of JSON. etcd refuses objects beyond 1.5 MiB; together with what the API server adds, and 200 KiB of problems,
 * these stay well below.
 */
const largest = { runningConfig: 1_000_000, result: 100_000 }

/** What the FRRNodeState says after a report. */
export function nodeStateStatus(report: NodeReport): NodeStateStatus {
  const { conversion, reload, running = '' } = report
  const { ok, problems } = conversion
  return {
    runningConfig: text(running, largest.runningConfig),
    lastConversionResult: ok ? 'success' : text(failure(problems), largest.result),
    lastReloadResult: reload === undefined ? '' : text(reloadResult(reload), largest.result),
    problems: [...listedProblems([...problems, ...nodeProblems(report)])],
  }
}

/** The errors, in the words of the log; not more of them than could be shown anyway. */
function failure(problems: readonly Problem[]): string {
  let words = 'failed:'
  for (const problem of problems) {
    if (words.length > largest.result) break
    if (problem.severity === 'error') words += `${words === 'failed:' ? ' ' : '\n'}${formatProblem(problem)}`
  }
  return words
}

/** `ERROR` is what FRR's own reload script begins with, and what people look for in this field. */
function reloadResult(outcome: Outcome): string {
  switch (outcome.status) {
    case 'accepted':
      return 'success'
    case 'rejected':
      return `ERROR: FRR refused the configuration, and ${outcome.running === 'unchanged' ? 'runs what it ran before' : 'what it runs now is not known'}:\n${outcome.words}`
    case 'unreachable':
      return `ERROR: FRR does not answer:\n${outcome.words}`
  }
}

/** Secrets are hidden already; a second look costs little. In this object they are `<retracted>` since its first version. */
function text(words: string, maxBytes: number): string {
  return bounded(words, maxBytes, (shown) => redactFrrText(shown).replaceAll(hidden, '<retracted>'))
}
