import { formatProblem, objectName } from '@frrkit/model'
import type { NodeReport, Outcome } from '@frrkit/plugin'

/** One line of the log. Two entries say the same when level and message are the same. */
export type Entry = {
  readonly level: 'info' | 'warn' | 'error'
  /** For machines: what the message says, in parts. */
  readonly fields: object
  readonly message: string
}

export function conversionEntry({ hostname, conversion }: NodeReport): Entry {
  const { ok, problems, objects, leftOut } = conversion
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
    },
    message: withDetails(head, problems.map(formatProblem).join('\n')),
  }
}

export function reloadEntry(node: string, outcome: Outcome): Entry {
  const fields = { node, reload: outcome.status }
  switch (outcome.status) {
    case 'accepted':
      return {
        level: 'info',
        fields: { ...fields, changed: outcome.changed },
        message: outcome.changed ? 'FRR took the configuration' : 'FRR runs this configuration already',
      }
    case 'rejected': {
      const running = outcome.running === 'unchanged' ? 'it runs what it ran before' : 'what it runs now is not known'
      return {
        level: 'error',
        fields: { ...fields, running: outcome.running },
        message: withDetails(`FRR refused the configuration; ${running}`, outcome.words),
      }
    }
    case 'unreachable':
      return { level: 'warn', fields, message: withDetails('FRR does not answer; trying again', outcome.words) }
  }
}

function withDetails(head: string, details: string): string {
  return details.trim() === '' ? head : `${head}:\n${details.trimEnd()}`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
