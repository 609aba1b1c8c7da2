import type { SourceObject } from '@frrkit/model'
import { apiVersion, kind } from '../src/schema.ts'

/** A StaticRoute as a source hands it over. */
export function staticRoute(name: string, spec: object): SourceObject {
  const namespace = 'frr-system'
  return {
    object: { kind, namespace, name },
    apiVersion,
    body: { apiVersion, kind, metadata: { namespace, name }, spec },
    unknownFields: 'refuse',
  }
}
