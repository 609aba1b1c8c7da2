import { loadAll } from 'js-yaml'

/** An object as Kubernetes takes it; what is below is looked at where somebody needs it. */
export type Manifest = {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
  }
  readonly [field: string]: unknown
}

/** The objects of a file with several documents; empty documents are left out. */
export function readManifests(text: string): readonly Manifest[] {
  return loadAll(text).map((document) => {
    if (!isManifest(document)) throw new Error(`no object of Kubernetes: ${JSON.stringify(document)}`)
    return document
  })
}

function isManifest(document: unknown): document is Manifest {
  const { apiVersion, kind, metadata } = Object(document)
  return typeof apiVersion === 'string' && typeof kind === 'string' && typeof metadata?.name === 'string'
}
