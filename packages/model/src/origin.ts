import { visible } from './visible.ts'

/** Which object said something: the identity of a Kubernetes object, wherever it was read. */
export type ObjectRef = {
  readonly kind: string
  readonly namespace: string
  readonly name: string
  /** RFC 3339, `metadata.creationTimestamp`; absent for objects that no API server has seen. */
  readonly created?: string
  /** The file that the object was read from, as the user would name it. */
  readonly file?: string
}

/** A place in a file; lines and columns count from 1. */
export type FilePosition = { readonly file: string; readonly line: number; readonly column: number }

/** Who wrote a value: the object, and the path of the field in it (`spec.bgp.routers[0].asn`). */
export type Origin = {
  readonly object: ObjectRef
  readonly path: string
  /** Where the field stands, when the object came from a file and somebody has looked it up. */
  readonly at?: FilePosition
}

/** A value, and everyone who asked for it. */
export type Sourced<T> = { readonly value: T; readonly origins: readonly Origin[] }

/** `FRRConfiguration frr-system/edge`; without the namespace where there is none. */
export function objectName({ kind, namespace, name }: ObjectRef): string {
  return visible(`${kind} ${namespace === '' ? name : `${namespace}/${name}`}`)
}

/** Byte order by kind, namespace, name, file: total for distinct objects, so that any order of input ends the same. */
export function compareObjects(a: ObjectRef, b: ObjectRef): number {
  return (
    compareText(a.kind, b.kind) ||
    compareText(a.namespace, b.namespace) ||
    compareText(a.name, b.name) ||
    compareText(a.file ?? '', b.file ?? '')
  )
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
