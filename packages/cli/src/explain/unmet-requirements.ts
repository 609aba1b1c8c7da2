import type { LabelSelector } from '@frrkit/api'

type Labels = Readonly<Record<string, string>>
type Requirement = NonNullable<LabelSelector['matchExpressions']>[number]

/** What a node selector asks for and the node does not have, in words; nothing for a node that is selected. */
export function unmetRequirements(
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
  labels: Labels,
): readonly string[] {
  const has = (key: string) => (Object.hasOwn(labels, key) ? labels[key] : undefined)
  return [
    ...Object.entries(matchLabels).flatMap(([key, value]) =>
      has(key) === value ? [] : [`asks for ${key}=${value}, ${nodeHas(key, has(key))}`],
    ),
    ...matchExpressions.flatMap((requirement) => unmet(requirement, has(requirement.key))),
  ]
}

function unmet({ key, operator, values = [] }: Requirement, label: string | undefined): readonly string[] {
  const list = values.join(', ')
  switch (operator) {
    case 'In':
      return label !== undefined && values.includes(label) ? [] : [`asks for ${key} in ${list}, ${nodeHas(key, label)}`]
    case 'NotIn':
      return label !== undefined && values.includes(label)
        ? [`asks for ${key} not in ${list}, ${nodeHas(key, label)}`]
        : []
    case 'Exists':
      return label === undefined ? [`asks for the label ${key}, ${nodeHas(key, label)}`] : []
    case 'DoesNotExist':
      return label === undefined ? [] : [`asks for no label ${key}, ${nodeHas(key, label)}`]
    default:
      return [`has the operator ${operator}, which does not exist`]
  }
}

function nodeHas(key: string, label: string | undefined): string {
  return label === undefined ? 'the node has no such label' : `the node has ${key}=${label}`
}
