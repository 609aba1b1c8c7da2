import type { SecretDocument, SourceObject } from '@frrkit/model'
import type { MetallbOptions } from '@frrkit/source-metallb'

type KubernetesObject = {
  readonly apiVersion?: string
  readonly kind?: string
  readonly metadata?: { readonly name?: string; readonly namespace?: string }
  readonly type?: string
  readonly data?: Readonly<Record<string, string>>
}

/** An FRRConfiguration as far as it is compared. */
export type Config = { readonly metadata: { readonly name: string; readonly namespace: string }; readonly spec: object }

/** A line of a file of cases; what was measured is there in the files that were measured. */
export type MetallbCase = {
  readonly id: string
  /** Name of the node. */
  readonly node: string
  readonly objects: readonly KubernetesObject[]
  readonly options?: MetallbOptions
  readonly expect?:
    | { readonly ok: true; readonly config: Config | null; readonly announced: readonly string[] }
    | { readonly ok: false; readonly reference: string }
}

/**
 * The objects as sources would have handed them over from a cluster. Whoever makes up cases may leave out what an API server
 * never does, such as a name; that is no reason to have no answer.
 */
export function objectsFrom({ objects }: MetallbCase): readonly SourceObject[] {
  return objects.filter((body) => record(body) !== nothing && !isSecret(body)).map(sourceObject)
}

export function secretsFrom({ objects }: MetallbCase): readonly SecretDocument[] {
  return objects.filter(isSecret).map((body) => ({
    ...namesOf(body),
    type: text(body.type) ?? 'Opaque',
    data: Object.fromEntries(
      Object.entries(record(body.data)).map(([key, value]) => [
        key,
        Uint8Array.from(Buffer.from(text(value) ?? '', 'base64')),
      ]),
    ),
  }))
}

function isSecret(body: KubernetesObject): boolean {
  const { apiVersion, kind } = record(body)
  return apiVersion === 'v1' && kind === 'Secret'
}

function sourceObject(body: KubernetesObject): SourceObject {
  const { apiVersion, kind } = record(body)
  const object = { kind: text(kind) ?? '', ...namesOf(body) }
  return { object, apiVersion: text(apiVersion) ?? '', body, unknownFields: 'prune' }
}

function namesOf({ metadata }: KubernetesObject): { readonly namespace: string; readonly name: string } {
  const { name, namespace } = record(metadata)
  return { namespace: text(namespace) ?? '', name: text(name) ?? '' }
}

type Untyped = Readonly<Record<string, unknown>>
const nothing: Untyped = {}

function record(value: unknown): Untyped {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Untyped) : nothing
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
