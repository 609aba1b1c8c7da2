import type { LabelSelector } from '@frrkit/api'

type Labels = Readonly<Record<string, string>>
type Requirement = NonNullable<LabelSelector['matchExpressions']>[number]

/** Whether a node with these labels is meant. An empty selector means every node; one with mistakes means none. */
export function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector = {}, labels: Labels): boolean {
  return (
    Object.entries(matchLabels).every(([key, value]) => labelOf(labels, key) === value) &&
    matchExpressions.every((requirement) => holds(requirement, labels))
  )
}

/** `NotIn` and `DoesNotExist` hold where the label is absent, as everywhere in Kubernetes. */
function holds({ key, operator, values = [] }: Requirement, labels: Labels): boolean {
  const label = labelOf(labels, key)
  switch (operator) {
    case 'In':
      return label !== undefined && values.includes(label)
    case 'NotIn':
      return label === undefined || !values.includes(label)
    case 'Exists':
      return label !== undefined
    case 'DoesNotExist':
      return label === undefined
    default:
      return false
  }
}

function labelOf(labels: Labels, key: string): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined
}
