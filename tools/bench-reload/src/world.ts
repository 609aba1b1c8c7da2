import { createLab, established, type Frr, type FrrInstall, type Lab, startFrr, waitFor } from '@frrkit/frr-lab'
import { addresses, asn, peerAsn } from './configuration.ts'

/** One FRR, and another one that it has its session with: what it is told is told on, as in a cluster. */
export type World = { readonly frr: Frr; readonly stop: () => Promise<void> }

/** Each contestant has a world of its own, so that what one leaves behind is not in the way of another. */
export async function openWorld(install: FrrInstall, name: string): Promise<World> {
  const lab = await createLab({ name })
  try {
    return { frr: await startBoth(lab, install), stop: () => lab.stop() }
  } catch (error) {
    await lab.stop()
    throw error
  }
}

async function startBoth(lab: Lab, install: FrrInstall): Promise<Frr> {
  const [node, peer] = await Promise.all([lab.node('n'), lab.node('p')])
  await lab.link(node, peer, { a: [`${addresses.node}/24`], b: [`${addresses.peer}/24`, `${addresses.secondPeer}/24`] })
  const peerConfig = `\
router bgp ${peerAsn}
 no bgp ebgp-requires-policy
 neighbor ${addresses.node} remote-as ${asn}
 neighbor ${addresses.node} timers connect 1
`
  const [frr] = await Promise.all([startFrr(node, { install }), startFrr(peer, { install, config: peerConfig })])
  return frr
}

type Summary = { readonly peers?: Readonly<Record<string, { readonly pfxSnt: number; readonly outq: number }>> }

/** Waits until the peer has been told everything: what bgpd still has to say would be measured with the next change. */
export async function quiet(frr: Frr, loaded: number): Promise<void> {
  await established(frr, addresses.peer)
  await waitFor(
    `${loaded} prefixes to be sent`,
    async (seen) => {
      const { peers = {} } = await frr.show<Summary>('show bgp ipv4 unicast summary json')
      const peer = peers[addresses.peer]
      seen(JSON.stringify(peer))
      return peer && peer.pfxSnt >= loaded && peer.outq === 0 ? true : undefined
    },
    { within: 120_000, every: 200 },
  )
}
