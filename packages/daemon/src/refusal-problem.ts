import type { Problem } from '@frrkit/model'
import type { TracedLine } from './trace-lines.ts'

/** What the refusal of a line means to those who asked for it. */
export function refusalProblem({ line, why, evidence }: TracedLine): Problem {
  return {
    code: 'frr/refused',
    severity: 'error',
    subject: line,
    field: '',
    reason: `FRR does not take this line: ${why}`,
    evidence,
    help: 'mend it in the object that asks for it, or take it out there; until then nothing else changes either',
  }
}
