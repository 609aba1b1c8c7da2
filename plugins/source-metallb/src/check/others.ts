import type { Document, Problem, SourceObject } from '@frrkit/model'
import type { L2AdvertisementSpec } from '../kinds/l2-advertisement.ts'
import type { Node } from '../kinds/node.ts'
import { record, text } from '../untyped.ts'
import { duplicateNames, duplicateSelectors } from './duplicates.ts'
import { problemIn } from './problem.ts'
import { checkSelectors } from './selectors.ts'

export const hostnameLabel = 'kubernetes.io/hostname'

/** The FRRConfiguration is for one node, and a node selector is the only way to say so. */
export function checkNode(node: Node): readonly Problem[] {
  if (node.labels[hostnameLabel] !== undefined) return []
  const help = `give the node the label ${hostnameLabel}, as the kubelet does`
  const reason = 'the node has no label to select it by'
  return [problemIn(node, 'metadata.labels', { code: 'metallb/node', reason, says: 'nothing', help })]
}

/** Raw FRR configuration that was meant for MetalLB's own FRR. */
export function checkExtras({ object, body }: SourceObject): readonly Problem[] {
  if ((text(record(record(body).data).extras) ?? '') === '') return []
  const reason = 'raw configuration in this place is not for a shared FRR'
  const help = 'move it to spec.raw.rawConfig of an FRRConfiguration'
  return [problemIn({ object }, 'data.extras', { code: 'metallb/extras', reason, says: 'set', help })]
}

/** Not for BGP, but the speaker takes no configuration with a mistake in one. */
export function checkL2Advertisement(document: Document<L2AdvertisementSpec | undefined>): readonly Problem[] {
  const { spec = {} } = document
  return [
    ...duplicateNames(document, 'spec.ipAddressPools', spec.ipAddressPools),
    ...(['ipAddressPoolSelectors', 'nodeSelectors', 'serviceSelectors'] as const).flatMap((field) => [
      ...checkSelectors(document, `spec.${field}`, spec[field]),
      ...duplicateSelectors(document, `spec.${field}`, spec[field]),
    ]),
  ]
}

/** MetalLB reads one namespace; what is elsewhere was probably meant to be read too. */
export function checkElsewhere(objects: readonly SourceObject[], namespace: string): readonly Problem[] {
  return objects.map(({ object }) =>
    problemIn({ object }, 'metadata.namespace', {
      code: 'metallb/namespace',
      severity: 'warning',
      reason: `MetalLB's objects are read in the namespace ${namespace} only, so this one counts for nothing`,
      says: object.namespace,
      help: `move it to ${namespace}, or name its namespace in the option metallbNamespace of source-metallb`,
    }),
  )
}
