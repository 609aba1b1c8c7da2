import { at, type KubeObject, textOf } from './kube-object.ts'
import { refuse } from './refusal.ts'
import type { Resource } from './resource.ts'

export type Matches = (object: KubeObject) => boolean

const requirement = /^\s*(!?)\s*([A-Za-z0-9._/-]+)\s*(?:(=|==|!=)\s*([A-Za-z0-9._-]*)|(in|notin)\s*\(([^)]*)\))?\s*$/

/** `labelSelector=a=b,c!=d,e in (f,g),!h` */
export function labelSelector(text: string): Matches {
  const parts = splitOutsideParentheses(text).filter((part) => part.trim() !== '')
  if (parts.join(',').length < text.length) refuse(400, `unable to parse requirement: ${text}`)
  const checks = parts.map((part) => {
    const [, not, key = '', operator, value = '', set, values = ''] = requirement.exec(part) ?? []
    if (key === '' || (not === '!' && (operator ?? set) !== undefined)) {
      refuse(400, `unable to parse requirement: ${part}`)
    }
    const among = values.split(',').map((one) => one.trim())
    return (label: string | undefined): boolean => {
      if (operator === '=' || operator === '==') return label === value
      if (operator === '!=') return label !== value
      if (set === 'in') return label !== undefined && among.includes(label)
      if (set === 'notin') return label === undefined || !among.includes(label)
      return (label !== undefined) !== (not === '!')
    }
  })
  const keys = parts.map((part) => requirement.exec(part)?.[2] ?? '')
  return ({ metadata }) => checks.every((check, i) => check(metadata.labels?.[keys[i] ?? '']))
}

function splitOutsideParentheses(text: string): readonly string[] {
  return text.match(/(?:[^,(]|\([^)]*\))+/g) ?? []
}

/** `fieldSelector=metadata.name=a,spec.nodeName!=b`; a field that the resource does not offer is refused. */
export function fieldSelector(resource: Resource, text: string): Matches {
  const offered = [
    'metadata.name',
    ...(resource.namespaced ? ['metadata.namespace'] : []),
    ...(resource.selectableFields ?? []),
  ]
  const checks = text
    .split(',')
    .filter((part) => part !== '')
    .map((part): Matches => {
      const [, field = '', operator, value] = /^(.*?)(==|!=|=)(.*)$/.exec(part) ?? []
      if (operator === undefined) refuse(400, `invalid selector: '${part}'; can't understand '${part}'`)
      if (!offered.includes(field)) {
        refuse(400, `field label not supported: ${field}`)
      }
      return (object) => (textOf(at(object, field.split('.')) ?? '') === value) !== (operator === '!=')
    })
  return (object) => checks.every((check) => check(object))
}

/** Both selectors of a request. */
export function selector(resource: Resource, query: URLSearchParams): Matches {
  const byLabel = labelSelector(query.get('labelSelector') ?? '')
  const byField = fieldSelector(resource, query.get('fieldSelector') ?? '')
  return (object) => byLabel(object) && byField(object)
}
