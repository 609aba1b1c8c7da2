import { at, isFields, type KubeObject } from './kube-object.ts'
import type { PrinterColumn, Resource } from './resource.ts'
import type { StructuralSchema } from './schema/structural-schema.ts'

type Names = Pick<Resource, 'kind' | 'plural' | 'singular' | 'listKind' | 'shortNames' | 'categories'>

type Version = {
  readonly name: string
  readonly served: boolean
  readonly schema?: { readonly openAPIV3Schema?: StructuralSchema }
  readonly subresources?: { readonly status?: object }
  readonly additionalPrinterColumns?: readonly PrinterColumn[]
  readonly selectableFields?: readonly { readonly jsonPath: string }[]
}

type Definition = {
  readonly group: string
  readonly names: Names
  readonly scope: 'Namespaced' | 'Cluster'
  readonly versions: readonly Version[]
}

/** What a CustomResourceDefinition makes the server serve: a resource for each served version. */
export function resourcesOf(crd: KubeObject): readonly Resource[] {
  const { group, names, scope, versions } = crd.spec as Definition
  return versions
    .filter(({ served }) => served)
    .map(({ name, schema, subresources, additionalPrinterColumns, selectableFields = [] }) => ({
      ...names,
      group,
      version: name,
      namespaced: scope === 'Namespaced',
      status: subresources?.status !== undefined,
      generation: true,
      ...(schema?.openAPIV3Schema && { schema: schema.openAPIV3Schema }),
      columns: additionalPrinterColumns ?? [
        { name: 'Age', type: 'date' as const, jsonPath: '.metadata.creationTimestamp' },
      ],
      selectableFields: selectableFields.map(({ jsonPath }) => jsonPath.replace(/^\./, '')),
    }))
}

/** A CustomResourceDefinition as the server stores it: names completed, and accepted at once. */
export function establish(crd: KubeObject, now: string): KubeObject {
  const { names, versions } = crd.spec as Definition
  const known = at(crd, ['status', 'conditions'])
  if (Array.isArray(known) && isFields(crd.status) && crd.status.acceptedNames !== undefined) return crd
  const accepted: Names = {
    ...names,
    singular: names.singular ?? names.kind.toLowerCase(),
    listKind: names.listKind ?? `${names.kind}List`,
  }
  const condition = (type: string, reason: string, message: string): object => {
    return { type, status: 'True', lastTransitionTime: now, reason, message }
  }
  return {
    ...crd,
    spec: { conversion: { strategy: 'None' }, ...(crd.spec as object), names: accepted },
    status: {
      conditions: [
        condition('NamesAccepted', 'NoConflicts', 'no conflicts found'),
        condition('Established', 'InitialNamesAccepted', 'the initial names have been accepted'),
      ],
      acceptedNames: accepted,
      storedVersions: versions.filter((version) => at(version, ['storage']) === true).map(({ name }) => name),
    },
  }
}

/** Whether a server has begun to serve the definition. */
export function isEstablished(crd: KubeObject): boolean {
  const conditions = at(crd, ['status', 'conditions'])
  return (
    Array.isArray(conditions) &&
    conditions.some((one) => at(one, ['type']) === 'Established' && at(one, ['status']) === 'True')
  )
}
