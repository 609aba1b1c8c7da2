import type { FrrConfigurationSpec } from '@frrkit/api'
import type { Document, ObjectRef, SourceObject } from '@frrkit/model'
import { anObject } from './an-origin.ts'

/** A validated FRRConfiguration: the spec is what tests differ in. */
export function aDocument(
  spec: FrrConfigurationSpec = {},
  overrides: Partial<ObjectRef> = {},
): Document<FrrConfigurationSpec> {
  return { object: anObject(overrides), spec }
}

/** The same before anybody has validated it, as a source hands it over. */
export function aSourceObject(spec: unknown = {}, overrides: Partial<ObjectRef> = {}): SourceObject {
  const object = anObject(overrides)
  const { kind, namespace, name } = object
  const apiVersion = 'frrk8s.metallb.io/v1beta1'
  return {
    object,
    apiVersion,
    body: { apiVersion, kind, metadata: { namespace, name }, spec },
    unknownFields: 'refuse',
  }
}
