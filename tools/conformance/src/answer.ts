import { compile } from '@frrkit/daemon/compile'
import { formatProblem, type Problem } from '@frrkit/model'
import { targetBfdd } from '@frrkit/target-bfdd'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetRaw } from '@frrkit/target-raw'
import { targetZebra } from '@frrkit/target-zebra'
import { type Case, gatheredFrom } from './case.ts'

/** What frrkit makes of a case: a whole frr.conf, or everything that stands against one. */
export type Answer =
  | { readonly id: string; readonly ok: true; readonly conf: string }
  | { readonly id: string; readonly ok: false; readonly problems: readonly AnsweredProblem[] }

type AnsweredProblem = Pick<Problem, 'code' | 'subject' | 'field'> & { readonly text: string }

const options = { targets: [targetZebra(), targetBgpd(), targetBfdd(), targetRaw()], kinds: [] }

export function answer({ id, input }: Case): Answer {
  const compiled = compile(gatheredFrom(input), options)
  if (compiled.ok) return { id, ok: true, conf: compiled.value.frrConf }
  const errors = compiled.problems.filter(({ severity }) => severity === 'error')
  return { id, ok: false, problems: errors.map(answeredProblem) }
}

function answeredProblem(problem: Problem): AnsweredProblem {
  const { code, subject, field } = problem
  return { code, subject, field, text: formatProblem(problem) }
}
