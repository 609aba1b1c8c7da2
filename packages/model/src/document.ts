import type { ObjectRef, Origin } from './origin.ts'

/** A Kubernetes-shaped object as a source found it: nobody has validated it yet. */
export type SourceObject = {
  readonly object: ObjectRef
  readonly apiVersion: string
  /** The whole object, `metadata` and `spec` included. Never changed after it was handed over. */
  readonly body: unknown
  /** Fields that the API does not know: an API server has pruned them, in a file they are mistakes. */
  readonly unknownFields: 'prune' | 'refuse'
  /** For translated objects. */
  readonly origins?: Origins
}

/**
 * Who wrote the value at a path of a body, where that is not the object itself: the path of an object or a value, or that
 * of a list with an origin for each entry.
 */
export type Origins = Readonly<Record<string, Origin | readonly Origin[]>>

/** A validated object of a known kind, defaults filled in. */
export type Document<Spec = unknown> = {
  readonly object: ObjectRef
  readonly spec: Spec
  readonly origins?: Origins
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
      const found = origins[at]
      const origin = isList(found) ? found[indexAt(path, at.length)] : found
      if (origin !== undefined) return origin
    }
  }
  return { object, path }
}

/** The origins of the entries of a list, where they have different ones. */
export function originsOfEntries({ origins }: Document, path: string): readonly Origin[] | undefined {
  const found = origins?.[path]
  return isList(found) ? found : undefined
}

function isList(found: Origin | readonly Origin[] | undefined): found is readonly Origin[] {
  return Array.isArray(found)
}

/** Which entry of a list a path leads into; for the list as a whole its first entry speaks. */
function indexAt(path: string, from: number): number {
  return Number(/^\[(\d+)\]/.exec(path.slice(from))?.[1] ?? 0)
}
