import { type Problem, redactFrrText } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'

/** What FRR does not take from which object; and what is not as it should be with FRR itself, where no object is at fault. */
export function nodeProblems({ drift = '', reload }: NodeReport): readonly Problem[] {
  const refused = reload?.status === 'rejected' ? (reload.problems ?? []) : []
  const warnings = reload?.status === 'accepted' ? (reload.warnings ?? []) : []
  return [
    ...refused,
    ...(drift === '' ? [] : [frrProblem('frr/changed-by-hand', `somebody changed it by hand: ${drift}`, driftHelp)]),
    ...warnings.map((words) => frrProblem('frr/warning', words, warningHelp)),
  ]
}

const driftHelp = 'say it in an object, or take it back in FRR'
const warningHelp = 'see the log of the daemon on this node'

function frrProblem(code: Problem['code'], words: string, help: string): Problem {
  const reason = redactFrrText(words)
    .trim()
    .replaceAll(/:\s*\n\s*/g, ': ')
    .replaceAll(/\s*\n\s*/g, '; ')
  return { code, severity: 'warning', subject: 'FRR', field: '', reason, evidence: [], help }
}
