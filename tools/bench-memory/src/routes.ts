import { waitFor } from '@frrkit/frr-lab'
import { showJson, type VtyConnection } from '@frrkit/vty'
import { addresses } from './cases.ts'

type Summary = { readonly peers?: Readonly<Record<string, { readonly pfxRcd?: number }>> }

/** Waits until a peer has so many routes of the node. */
export async function routesAt(peer: VtyConnection, count: number): Promise<void> {
  await waitFor(
    `${count} routes at the peer`,
    async (seen) => {
      const shown = await showJson(peer, 'show bgp ipv4 unicast summary json')
      if (!shown.ok) throw new Error(shown.error.words)
      const received = (shown.value as Summary).peers?.[addresses.node]?.pfxRcd ?? 0
      seen(String(received))
      return received === count || undefined
    },
    { within: 3_600_000, every: 200 },
  )
}
