import type { SourceObject } from '@frrkit/model'
import { record, text } from '../untyped.ts'

/** The names of the Secrets that BGPPeers refer to. The objects are not validated yet: anything may stand anywhere. */
export function wantedSecrets(objects: readonly SourceObject[]): ReadonlySet<string> {
  const peers = objects.filter(({ object }) => object.kind === 'BGPPeer')
  return new Set(
    peers.flatMap(({ body }) => {
      const name = text(record(record(record(body).spec).passwordSecret).name) ?? ''
      return name === '' ? [] : [name]
    }),
  )
}
