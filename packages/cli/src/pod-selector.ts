import type { LabelSelector } from '@frrkit/api'
import { selectorFaults } from '@frrkit/model'
import { InvalidArgumentError } from 'commander'

type Requirement = NonNullable<LabelSelector['matchExpressions']>[number]

/** A label selector as kubectl takes it (`app=frr-k8s,tier in (a,b),!canary`), checked; an empty one selects every pod. */
export function podSelector(text: string): string {
  // Commas inside of parentheses separate values.
  const parts = text.trim() === '' ? [] : text.split(/,(?![^(]*\))/)
  const [fault] = selectorFaults({ matchExpressions: parts.map((part) => requirement(part.trim())) })
  if (fault !== undefined) throw new InvalidArgumentError(`${fault.says}: ${fault.reason}. Write it as app=frr-k8s.`)
  return text
}

function requirement(part: string): Requirement {
  const [, absent] = /^!\s*(.*)$/.exec(part) ?? []
  if (absent !== undefined) return { key: absent, operator: 'DoesNotExist' }
  const [, set, word, values = ''] = /^(\S+)\s+(in|notin)\s*\((.*)\)$/.exec(part) ?? []
  if (set !== undefined) {
    const operator = word === 'in' ? 'In' : 'NotIn'
    return { key: set, operator, values: values.split(',').map((value) => value.trim()) }
  }
  const [, key, sign, value = ''] = /^([^=!]+?)\s*(==?|!=)\s*(.*)$/.exec(part) ?? []
  if (key !== undefined) return { key, operator: sign === '!=' ? 'NotIn' : 'In', values: [value] }
  return { key: part, operator: 'Exists' }
}
