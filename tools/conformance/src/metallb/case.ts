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

/** The objects as sources would have handed them over from a cluster. */
export function objectsFrom({ objects }: MetallbCase): readonly SourceObject[] {
  return objects.filter((body) => !isSecret(body)).map(sourceObject)
}

export function secretsFrom({ objects }: MetallbCase): readonly SecretDocument[] {
  return objects
    .filter(isSecret)
    .map(({ metadata: { name = '', namespace = '' } = {}, type = 'Opaque', data = {} }) => ({
      namespace,
      name,
      type,
      data: Object.fromEntries(
        Object.entries(data).map(([key, text]) => [key, Uint8Array.from(Buffer.from(text, 'base64'))]),
      ),
    }))
}

function isSecret({ apiVersion, kind }: KubernetesObject): boolean {
  return apiVersion === 'v1' && kind === 'Secret'
}

function sourceObject(body: KubernetesObject): SourceObject {
  const { apiVersion = '', kind = '', metadata: { name = '', namespace = '' } = {} } = body
  return { object: { kind, namespace, name }, apiVersion, body, unknownFields: 'prune' }
}
