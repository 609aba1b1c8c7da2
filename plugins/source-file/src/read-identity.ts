import type { ObjectRef } from '@frrkit/model'
import { isRecord } from './is-record.ts'

/** What every Kubernetes object says about itself. */
export type Identity = { readonly apiVersion: string; readonly object: ObjectRef }

/** Where a body fails to be a Kubernetes object: the field (empty for the body itself), and what is there instead. */
export type Misshapen = { readonly field: string; readonly expected: string; readonly got: string }

export type IdentityDefaults = { readonly file: string; readonly namespace: string }

export function readIdentity(body: unknown, { file, namespace }: IdentityDefaults): Identity | Misshapen {
  if (!isRecord(body)) return misshapen('', 'an object with apiVersion, kind and metadata', body)
  const { apiVersion, kind, metadata } = body
  if (!isName(apiVersion)) return misshapen('apiVersion', 'text', apiVersion)
  if (!isName(kind)) return misshapen('kind', 'text', kind)
  if (!isRecord(metadata)) return misshapen('metadata', 'an object', metadata)
  if (!isName(metadata.name)) return misshapen('metadata.name', 'text', metadata.name)
  const { name, namespace: own, creationTimestamp: created } = metadata
  if (own !== undefined && !isName(own)) return misshapen('metadata.namespace', 'text', own)
  // Only objects that were exported from a cluster carry a time of creation.
  const object = { kind, namespace: own ?? namespace, name, file, ...(isName(created) && { created }) }
  return { apiVersion, object }
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function misshapen(field: string, expected: string, value: unknown): Misshapen {
  return { field, expected, got: typeName(value) }
}

function typeName(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (value === null || value === '') return 'an empty value'
  if (Array.isArray(value)) return 'a list'
  return (
    { object: 'an object', string: 'text', number: 'a number', boolean: 'a boolean' }[typeof value as string] ??
    typeof value
  )
}
