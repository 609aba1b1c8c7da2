import type { ObjectRef, Origin } from './origin.ts'

/** A Kubernetes-shaped object as a source found it: nobody has validated it yet. */
export type SourceObject = {
  readonly object: ObjectRef
  readonly apiVersion: string
  /** The whole object, `metadata` and `spec` included. Never changed after it was handed over. */
  readonly body: unknown
  /** Fields that the API does not know: an API server has pruned them, in a file they are mistakes. */
  readonly unknownFields: 'prune' | 'refuse'
  /** For translated objects: who wrote the value at a path of the body, where that is not this object. */
  readonly origins?: Readonly<Record<string, Origin>>
}

/** A validated object of a known kind, defaults filled in. */
export type Document<Spec = unknown> = {
  readonly object: ObjectRef
  readonly spec: Spec
  readonly origins?: Readonly<Record<string, Origin>>
}

/** A Secret of the daemon's namespace, as far as anything here may know it. */
export type SecretDocument = {
  readonly namespace: string
  readonly name: string
  /** `kubernetes.io/basic-auth` is what the API asks for. */
  readonly type: string
  /** Decoded from base64; the bytes never print. */
  readonly data: Readonly<Record<string, Uint8Array>>
}

/** The origin of a path: the document itself, unless the nearest enclosing path was written by somebody else. */
export function originOf({ object, origins }: Document, path: string): Origin {
  if (origins !== undefined) {
    for (let at = path; at !== ''; at = at.replace(/(\.[^.[]*|\[\d+\]|^[^.[]*)$/, '')) {
      const origin = origins[at]
      if (origin !== undefined) return origin
    }
  }
  return { object, path }
}
