import type { LabelSelector } from '@frrkit/api'
import { say } from '../say.ts'
import { labelKeyFault, labelValueFault } from './label-syntax.ts'

type Requirement = NonNullable<LabelSelector['matchExpressions']>[number]

/** What an API server would not take of a selector. */
export type SelectorFault = {
  /** In the selector: `matchExpressions[0].operator`. */
  readonly field: string
  readonly says: string
  readonly reason: string
  readonly help: string
}

/** Everything that keeps a selector from meaning something, in the words of a problem. */
export function selectorFaults({
  matchLabels = {},
  matchExpressions = [],
}: LabelSelector = {}): readonly SelectorFault[] {
  return [
    ...Object.entries(matchLabels).flatMap(([key, value]) => [
      ...syntax('matchLabels', 'the label', key, labelKeyFault(key)),
      ...syntax('matchLabels', `the value of ${say(key)}`, value, labelValueFault(value)),
    ]),
    ...matchExpressions.flatMap((requirement, i) => requirementFaults(`matchExpressions[${i}]`, requirement)),
  ]
}

function requirementFaults(field: string, { key, operator, values = [] }: Requirement): readonly SelectorFault[] {
  return [
    ...syntax(`${field}.key`, 'the label', key, labelKeyFault(key)),
    ...operatorFaults(field, operator, values),
    ...values.flatMap((value, i) => syntax(`${field}.values[${i}]`, 'the value', value, labelValueFault(value))),
  ]
}

function operatorFaults(field: string, operator: string, values: readonly string[]): readonly SelectorFault[] {
  const at = `${field}.values`
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length > 0) return []
      return [{ field: at, says: 'nothing', reason: `${operator} needs values`, help: 'list the values' }]
    case 'Exists':
    case 'DoesNotExist':
      if (values.length === 0) return []
      return [
        { field: at, says: say(values.join(' ')), reason: `${operator} takes no values`, help: 'remove the values' },
      ]
    default: {
      const help = 'write In, NotIn, Exists or DoesNotExist'
      return [{ field: `${field}.operator`, says: say(operator), reason: 'there is no such operator', help }]
    }
  }
}

function syntax(field: string, what: string, text: string, fault: string | undefined): readonly SelectorFault[] {
  const help = 'write it as Kubernetes takes labels: at most 63 letters, digits, - _ . and for keys an optional prefix/'
  return fault === undefined ? [] : [{ field, says: say(text), reason: `${what} ${fault}`, help }]
}
