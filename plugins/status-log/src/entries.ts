import { formatProblem, objectName, type Problem } from '@frrkit/model'
import type { NodeReport, Outcome } from '@frrkit/plugin'

/** One line of the log. Two entries say the same when level and message are the same. */
export type Entry = {
  readonly level: 'info' | 'warn' | 'error'
  /** For machines: what the message says, in parts. */
  readonly fields: object
  readonly message: string
}

export function conversionEntry({ hostname, conversion }: NodeReport): Entry {
  const { ok, problems, objects, leftOut, took } = conversion
  const level = ok ? (problems.length > 0 ? 'warn' : 'info') : 'error'
  const without = leftOut.length === 0 ? '' : `, without ${leftOut.map(objectName).join(', ')}`
  const head = ok
    ? `configuration built from ${count(objects.length, 'object')}${without}`
    : 'no configuration can be built; what FRR runs stays'
  return {
    level,
    fields: {
      node: hostname,
      codes: problems.map(({ code }) => code),
      objects: objects.map(objectName),
      leftOut: leftOut.map(objectName),
      ...(took !== undefined && { took: Math.round(took) }),
    },
    message: withDetails(head, problems.map(formatProblem).join('\n')),
  }
}

export function reloadEntry(node: string, outcome: Outcome): Entry {
  const { by, because, took } = outcome
  const fields = {
    node,
    reload: outcome.status,
    ...(by !== undefined && { by }),
    ...(because !== undefined && { because }),
    ...(took !== undefined && { took: Math.round(took) }),
  }
  const way = because === undefined ? '' : `by ${by ?? 'another way'}: ${because}`
  switch (outcome.status) {
    case 'accepted': {
      const { changed, mended = '', warnings = [] } = outcome
      return {
        level: warnings.length > 0 ? 'warn' : 'info',
        fields: { ...fields, changed, ...(mended !== '' && { mended }), ...(warnings.length > 0 && { warnings }) },
        message: withDetails(acceptedHead(changed, mended !== ''), lines(mended, way, ...warnings)),
      }
    }
    case 'rejected': {
      const { problems = [] } = outcome
      const running = outcome.running === 'unchanged' ? 'it runs what it ran before' : 'what it runs now is not known'
      return {
        level: 'error',
        fields: { ...fields, running: outcome.running, ...(problems.length > 0 && { objects: objectsOf(problems) }) },
        message: withDetails(
          `FRR refused the configuration; ${running}`,
          lines(
            withoutSaid(outcome.words, problems),
            way,
            ...(problems.length > 0 ? problems.map(formatProblem) : [refusalHelp]),
          ),
        ),
      }
    }
    case 'unreachable': {
      const head =
        outcome.stopped === true ? 'a reload was broken off, as this ends' : 'FRR does not answer; trying again'
      return { level: 'warn', fields, message: withDetails(head, lines(outcome.words, way)) }
    }
  }
}

/** What somebody changed in FRR by hand, and that it is so no more. */
export function driftEntry({ hostname, drift = '' }: NodeReport): Entry {
  const fields = { node: hostname, drift: drift !== '' }
  if (drift === '') return { level: 'info', fields, message: 'FRR is again as it was told' }
  return {
    level: 'warn',
    fields,
    message: withDetails(`FRR was changed by hand, which is left alone; ${signs}`, drift),
  }
}

const refusalHelp = 'help: mend the object that asks for the line; frrkit render --annotate says which'
const signs = '- is there and not wanted, + is wanted and not there'

/** The words without `<line>: <why>` where a problem says both, and whose line it is. */
function withoutSaid(words: string, problems: readonly Problem[]): string {
  return words
    .split('\n')
    .filter((line) => !problems.some((problem) => says(problem, line)))
    .join('\n')
}

function says({ subject, reason }: Problem, line: string): boolean {
  return line.startsWith(`${subject}: `) && reason.endsWith(line.slice(subject.length + 1))
}

function objectsOf(problems: readonly Problem[]): readonly string[] {
  return [...new Set(problems.flatMap(({ evidence }) => evidence.map(({ origin }) => objectName(origin.object))))]
}

function acceptedHead(changed: boolean, mended: boolean): string {
  if (mended && changed) return 'FRR did not run the configuration any more, and runs it again'
  if (mended) return 'FRR runs this configuration already; frr.conf held another one, and holds this one again'
  return changed ? 'FRR took the configuration' : 'FRR runs this configuration already'
}

function lines(...words: readonly string[]): string {
  return words
    .map((text) => text.trimEnd())
    .filter((text) => text !== '')
    .join('\n')
}

function withDetails(head: string, details: string): string {
  return details.trim() === '' ? head : `${head}:\n${details.trimEnd()}`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
