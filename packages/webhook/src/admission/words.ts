import { compareObjects, formatProblem, type ObjectRef, type Problem, problemsOfObjects } from '@frrkit/model'
import type { Finding } from './check.ts'
import { referenceWords } from './reference-words.ts'

/** Nobody reads more at once, and an API server carries it in one header or message. */
const mostProblems = 10
const mostNodes = 3
/** An API server cuts warnings here. */
const longestWarning = 256

/** Why a write is denied: our words for every problem, then where it is, and how frr-k8s would have put it. */
export function denial(findings: readonly Pick<Finding, 'nodes' | 'problems'>[]): string {
  return findings
    .slice(0, mostNodes)
    .map(({ problems, nodes }) => [...listed(problems), lastLine(problems, nodes)].join('\n'))
    .join('\n')
}

function listed(problems: readonly Problem[]): readonly string[] {
  const more = problems.length - mostProblems
  return [...problems.slice(0, mostProblems).map(formatProblem), ...(more > 0 ? [`and ${more} more problems`] : [])]
}

function lastLine(problems: readonly Problem[], nodes: readonly string[] | undefined): string {
  const selector = problems.every(({ code }) => code === 'merge/node-selector')
  const what = selector ? 'resource contains an invalid NodeSelector' : `resource is invalid${onNodes(nodes)}`
  const words = new Set(problems.slice(0, mostProblems).flatMap((problem) => referenceWords(problem) ?? []))
  return words.size === 0 ? what : `${what}: ${[...words].join('; ')}`
}

function onNodes(nodes: readonly string[] | undefined): string {
  if (nodes === undefined || nodes.length === 0) return ''
  const more = nodes.length - mostNodes
  return ` for node ${nodes.slice(0, mostNodes).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

/** What is no reason to deny: on one line each, as kubectl prints warnings. */
export function warningTexts(findings: readonly Finding[], object: ObjectRef): readonly string[] {
  return findings.flatMap(({ problems, standing = [], nodes }) => [
    // frr-k8s has words of its own about disableMP, which are among the warnings already.
    ...problemsOfObjects(problems.filter(({ severity, field }) => severity === 'warning' && field !== 'disableMP'))
      .filter((told) => compareObjects(told.object, object) === 0)
      .map(({ reason, problem }) => cut(`${reason} [${problem.code}]`)),
    ...standing.map(({ code, subject, field, reason }) =>
      cut(
        `not because of this object, nothing new is applied${onNodes(nodes)}: ${subject}: ${field}: ${reason} [${code}]`,
      ),
    ),
  ])
}

function cut(text: string): string {
  return text.length > longestWarning ? `${text.slice(0, longestWarning - 1)}…` : text
}
