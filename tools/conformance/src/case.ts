import { type LogLevel, logLevels } from '@frrkit/api'
import type { Gathered } from '@frrkit/daemon/compile'
import type { SecretDocument, SourceObject } from '@frrkit/model'
import type { Canon } from './canon.ts'

/** One node and everything that it knows; what is left out is empty. */
export type CaseInput = {
  readonly configs?: readonly KubernetesObject[]
  readonly nodeLabels?: Readonly<Record<string, string>>
  /** By name; `data` in base64, as in Kubernetes. */
  readonly secrets?: Readonly<
    Record<string, { readonly type?: string; readonly data?: Readonly<Record<string, string>> }>
  >
  readonly alwaysBlock?: readonly string[]
  readonly logLevel?: string
  readonly hostname?: string
  readonly hasIpv4?: boolean
}

type KubernetesObject = {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: { readonly name?: string; readonly namespace?: string; readonly creationTimestamp?: string }
}

/** A line of a file of cases; what was measured is there in the files that were measured. */
export type Case = {
  readonly id: string
  readonly input: CaseInput
  readonly expect?:
    | { readonly ok: true; readonly canon: Canon }
    | { readonly ok: false; readonly reference: readonly string[] }
}

/** A case as the daemon would have gathered it from a cluster. */
export function gatheredFrom(input: CaseInput): Gathered {
  const objects = (input.configs ?? []).map(sourceObject)
  return {
    objects,
    secrets: Object.entries(input.secrets ?? {}).map(([name, secret]) => secretDocument(name, secret)),
    facts: {
      hostname: input.hostname ?? 'node',
      labels: input.nodeLabels ?? {},
      alwaysBlock: input.alwaysBlock ?? [],
      logLevel: logLevel(input.logLevel),
      hasIpv4: input.hasIpv4 ?? true,
    },
    problems: [],
    complete: true,
  }
}

function sourceObject(body: KubernetesObject): SourceObject {
  const { apiVersion = '', kind = '', metadata = {} } = body
  const { name = '', namespace = '', creationTimestamp } = metadata
  const object = { kind, namespace, name, ...(creationTimestamp !== undefined && { created: creationTimestamp }) }
  // The cases are what an API server holds, and that has pruned what it does not know.
  return { object, apiVersion, body, unknownFields: 'prune' }
}

function secretDocument(
  name: string,
  { type = 'Opaque', data = {} }: NonNullable<CaseInput['secrets']>[string],
): SecretDocument {
  const bytes = Object.entries(data).map(([key, text]) => [key, Uint8Array.from(Buffer.from(text, 'base64'))] as const)
  return { namespace: '', name, type, data: Object.fromEntries(bytes) }
}

/** A level that nobody knows means `info`, as it did where the cases were measured. */
function logLevel(text: string | undefined): LogLevel {
  return logLevels.find((level) => level === text) ?? 'info'
}
