import type { FrrConfigurationSpec, LabelSelector } from '@frrkit/api'
import { type Document, objectName, type Problem } from '@frrkit/model'
import { type Place, problemAt } from '../place.ts'
import { say } from '../say.ts'
import { labelKeyFault, labelValueFault } from './label-syntax.ts'

type Requirement = NonNullable<LabelSelector['matchExpressions']>[number]

/** A node selector that means nothing is a mistake on every node: nobody can say that it was not meant for this one. */
export function checkNodeSelector(document: Document<FrrConfigurationSpec>): readonly Problem[] {
  const { matchLabels = {}, matchExpressions = [] } = document.spec.nodeSelector ?? {}
  const place: Place = { document, subject: objectName(document.object), path: 'spec' }
  return [
    ...Object.entries(matchLabels).flatMap(([key, value]) => [
      ...syntax(place, 'nodeSelector.matchLabels', 'the label', key, labelKeyFault(key)),
      ...syntax(place, 'nodeSelector.matchLabels', `the value of ${say(key)}`, value, labelValueFault(value)),
    ]),
    ...matchExpressions.flatMap((requirement, i) => [
      ...checkRequirement(place, `nodeSelector.matchExpressions[${i}]`, requirement),
    ]),
  ]
}

function checkRequirement(place: Place, path: string, { key, operator, values = [] }: Requirement): readonly Problem[] {
  return [
    ...syntax(place, `${path}.key`, 'the label', key, labelKeyFault(key)),
    ...checkOperator(place, path, operator, values),
    ...values.flatMap((value, i) => syntax(place, `${path}.values[${i}]`, 'the value', value, labelValueFault(value))),
  ]
}

function checkOperator(place: Place, path: string, operator: string, values: readonly string[]): readonly Problem[] {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (values.length > 0) return []
      return [selectorProblem(place, `${path}.values`, 'nothing', `${operator} needs values`, 'list the values')]
    case 'Exists':
    case 'DoesNotExist':
      if (values.length === 0) return []
      return [
        selectorProblem(
          place,
          `${path}.values`,
          say(values.join(' ')),
          `${operator} takes no values`,
          'remove the values',
        ),
      ]
    default:
      return [
        selectorProblem(
          place,
          `${path}.operator`,
          say(operator),
          'there is no such operator',
          'write In, NotIn, Exists or DoesNotExist',
        ),
      ]
  }
}

function syntax(
  place: Place,
  field: string,
  what: string,
  text: string,
  fault: string | undefined,
): readonly Problem[] {
  const help = 'write it as Kubernetes takes labels: at most 63 letters, digits, - _ . and for keys an optional prefix/'
  return fault === undefined ? [] : [selectorProblem(place, field, say(text), `${what} ${fault}`, help)]
}

function selectorProblem(place: Place, field: string, says: string, reason: string, help: string): Problem {
  return problemAt(place, field, { code: 'merge/node-selector', says, reason, help })
}
