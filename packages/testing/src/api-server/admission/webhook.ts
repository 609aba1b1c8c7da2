import { at, isFields, type KubeObject } from '../kube-object.ts'
import { labelSelector } from '../selector.ts'
import type { AdmissionRequest } from './admit.ts'

/** An entry of `webhooks` in a ValidatingWebhookConfiguration. */
export type Webhook = {
  readonly name: string
  readonly clientConfig: {
    readonly url?: string
    readonly caBundle?: string
    readonly service?: {
      readonly namespace: string
      readonly name: string
      readonly path?: string
      readonly port?: number
    }
  }
  readonly rules?: readonly Rule[]
  readonly failurePolicy?: 'Fail' | 'Ignore'
  readonly timeoutSeconds?: number
  readonly namespaceSelector?: LabelSelector
  readonly objectSelector?: LabelSelector
}

type Rule = {
  readonly apiGroups?: readonly string[]
  readonly apiVersions?: readonly string[]
  readonly operations?: readonly string[]
  readonly resources?: readonly string[]
}

type LabelSelector = {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly {
    readonly key: string
    readonly operator: string
    readonly values?: readonly string[]
  }[]
}

/** Whether a webhook wants to be asked about a write. */
export function isFor(webhook: Webhook, request: AdmissionRequest, namespace: KubeObject | undefined): boolean {
  const { rules = [], namespaceSelector = {}, objectSelector = {} } = webhook
  const objects = [request.object, request.oldObject].filter((object) => object !== undefined)
  return (
    rules.some((rule) => isRuleFor(rule, request)) &&
    (namespace === undefined || selects(namespaceSelector, namespace)) &&
    objects.some((object) => selects(objectSelector, object))
  )
}

function isRuleFor(rule: Rule, { operation, info, resource }: AdmissionRequest): boolean {
  const { apiGroups = [], apiVersions = [], operations = [], resources = [] } = rule
  const { plural } = resource
  const part = info.subresource
  const names = part === undefined ? [plural, '*', '*/*'] : [`${plural}/${part}`, `${plural}/*`, `*/${part}`, '*/*']
  const wanted = names.some((name) => resources.includes(name))
  return has(apiGroups, resource.group) && has(apiVersions, resource.version) && has(operations, operation) && wanted
}

function has(list: readonly string[], value: string): boolean {
  return list.includes(value) || list.includes('*')
}

function selects({ matchLabels = {}, matchExpressions = [] }: LabelSelector, object: KubeObject): boolean {
  const words: Readonly<Record<string, string>> = { In: 'in', NotIn: 'notin' }
  const parts = [
    ...Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`),
    ...matchExpressions.map(({ key, operator, values = [] }) => {
      if (operator === 'Exists') return key
      return operator === 'DoesNotExist' ? `!${key}` : `${key} ${words[operator]} (${values.join(',')})`
    }),
  ]
  return labelSelector(parts.join(','))(object)
}

/** The webhooks of all configurations, in the order of their names. */
export function webhooksOf(configurations: readonly KubeObject[]): readonly Webhook[] {
  return configurations.flatMap((configuration) => {
    const webhooks = at(configuration, ['webhooks'])
    return Array.isArray(webhooks) ? (webhooks.filter(isFields) as unknown as readonly Webhook[]) : []
  })
}
