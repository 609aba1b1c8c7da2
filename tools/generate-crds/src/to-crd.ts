import { group, type Kind, type Schema, secretKeyword, version } from '@frrkit/api'

/** The CustomResourceDefinition of a kind (apiextensions.k8s.io/v1). */
export function toCrd({ kind, plural, scope, schema, columns }: Kind): object {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: {
      group,
      names: { kind, listKind: `${kind}List`, plural, singular: kind.toLowerCase() },
      scope,
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          subresources: { status: {} },
          ...(columns.length > 0 && {
            additionalPrinterColumns: columns.map(({ name, jsonPath }) => ({ name, jsonPath, type: 'string' })),
          }),
          schema: { openAPIV3Schema: structural(schema) },
        },
      ],
    },
  }
}

/** The schema as a CRD may hold it: plain data, without the keyword that is ours alone. */
function structural(schema: Schema): unknown {
  return JSON.parse(JSON.stringify(schema, (key, value) => (key === secretKeyword ? undefined : value)))
}
