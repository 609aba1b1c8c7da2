import { apiVersion, kind, staticRouteSchema } from '../src/schema.ts'

const [group = '', version = ''] = apiVersion.split('/')
const columns = { Prefix: '.spec.prefix', VRF: '.spec.vrf', 'Next hop': '.spec.nextHops[0].address' }

/** The CustomResourceDefinition: the schema that the plugin reads objects by, and what `kubectl` needs beside it. */
export function staticRouteCrd(): object {
  const names = { kind, listKind: `${kind}List`, plural: 'staticroutes', singular: 'staticroute' }
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${names.plural}.${group}` },
    spec: {
      group,
      names,
      scope: 'Namespaced',
      versions: [
        {
          name: version,
          served: true,
          storage: true,
          additionalPrinterColumns: Object.entries(columns).map(([name, jsonPath]) => ({
            name,
            jsonPath,
            type: 'string',
          })),
          schema: { openAPIV3Schema: staticRouteSchema },
        },
      ],
    },
  }
}
