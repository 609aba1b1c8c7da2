import { isDeepStrictEqual } from 'node:util'
import type { KubeObject, OwnerReference } from '@frrkit/k8s'
import { formatProblem, type Problem } from '@frrkit/model'
import { list, record, text } from '../untyped.ts'

/** What MetalLB's objects were found to be, the last time they were looked at. */
export type Verdict = { readonly errors: readonly Problem[] }

/** The ConfigurationState of a node as it is; anybody may have written anything into it. */
export type KnownState = {
  readonly result: unknown
  readonly errorSummary: unknown
  readonly conditions: readonly unknown[]
  readonly ownerReferences: readonly unknown[]
}

const conditionType = 'configReconcilerValid'
/** An API server takes no longer message of a condition. */
const longestMessage = 32_768

export function stateName(node: string): string {
  return `speaker-${node}`
}

export function stateLabels(node: string): Readonly<Record<string, string>> {
  return { 'metallb.io/component-type': 'speaker', 'metallb.io/node-name': labelValue(node) }
}

export function keepState({ metadata, status }: KubeObject): KnownState {
  const { result, errorSummary, conditions } = record(status)
  return {
    result,
    errorSummary: errorSummary ?? '',
    conditions: list(conditions),
    ownerReferences: list(record(metadata).ownerReferences),
  }
}

/** What its status shall be, or undefined where it says that already. The time is that of the last change. */
export function statusFor({ errors }: Verdict, known: KnownState | undefined, now: Date): object | undefined {
  const valid = errors.length === 0
  const message = valid ? '' : cut(`configuration error: ${errors.map(formatProblem).join('\n')}`)
  const condition = {
    type: conditionType,
    status: valid ? 'True' : 'False',
    reason: valid ? 'Reconciled' : 'ConfigurationError',
    message,
  }
  const status = { result: valid ? 'Valid' : 'Invalid', errorSummary: message }
  const [before, ...others] = (known?.conditions ?? []).map(record)
  const { lastTransitionTime: at, observedGeneration: _, ...said } = before ?? {}
  const same = known?.result === status.result && known.errorSummary === message && others.length === 0
  if (same && text(at) !== undefined && isDeepStrictEqual(said, condition)) return undefined
  const lastTransitionTime = `${now.toISOString().slice(0, 19)}Z`
  return { ...status, conditions: [{ ...condition, lastTransitionTime }] }
}

/** Whether the pod that wrote it before was another one, which would take it along when it is collected. */
export function needsOwner({ ownerReferences }: KnownState, owner: OwnerReference | undefined): boolean {
  return owner !== undefined && !isDeepStrictEqual(ownerReferences, [owner])
}

function cut(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage - 1)}…` : message
}

/** A node may have a longer name than a label. */
export function labelValue(name: string): string {
  return name.slice(0, 63).replace(/[^a-zA-Z0-9]+$/, '')
}
