import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import type { SourceObject } from '@frrkit/model'
import { type ConfigSource, defineConfigSource } from '@frrkit/plugin'

type Peer = { readonly name: string; readonly address: string; readonly asn: number }

const apiVersion = 'frrk8s.metallb.io/v1beta1'

/** One neighbor for each line of an inventory that acme keeps as JSON; read once, at start. */
export function sourceInventory({ file, asn }: { readonly file: string; readonly asn: number }): ConfigSource {
  return defineConfigSource({
    name: 'source-inventory',
    async read() {
      const peers: readonly Peer[] = JSON.parse(await readFile(file, 'utf8'))
      return { objects: peers.map((peer) => configurationOf(peer, asn)), secrets: [], problems: [] }
    },
    async watch(changed, signal) {
      changed()
      if (!signal.aborted) await once(signal, 'abort')
    },
  })
}

function configurationOf({ name, address, asn }: Peer, ours: number): SourceObject {
  const object = { kind: 'FRRConfiguration', namespace: 'inventory', name }
  const spec = { bgp: { routers: [{ asn: ours, neighbors: [{ address, asn }] }] } }
  const body = { apiVersion, kind: object.kind, metadata: { namespace: object.namespace, name }, spec }
  return { object, apiVersion, body, unknownFields: 'refuse' }
}
