import { createLab, type Frr, type FrrInstall, startFrr } from '@frrkit/frr-lab'
import { VtyConnection } from '@frrkit/vty'
import { addresses, asn, peerAsn } from './cases.ts'

/** An FRR that has nothing yet, and a peer that waits for it. */
export type World = {
  readonly frr: Frr
  /** The bgpd of the peer. */
  readonly peer: VtyConnection
  readonly stop: () => Promise<void>
}

export async function openWorld(install: FrrInstall): Promise<World> {
  const lab = await createLab({ name: 'bench-memory' })
  try {
    const [node, other] = await Promise.all([lab.node('n'), lab.node('p')])
    await lab.link(node, other, { a: [`${addresses.node}/24`], b: [`${addresses.peer}/24`] })
    const [frr, there] = await Promise.all([startFrr(node, { install }), startFrr(other, { install, config })])
    const peer = new VtyConnection({ daemon: 'bgpd', vtyDir: install.stateDirectory, pathspace: there.pathspace })
    return {
      frr,
      peer,
      async stop() {
        peer.close()
        await lab.stop()
      },
    }
  } catch (error) {
    await lab.stop()
    throw error
  }
}

const config = `\
router bgp ${peerAsn}
 no bgp ebgp-requires-policy
 neighbor ${addresses.node} remote-as ${asn}
 neighbor ${addresses.node} timers connect 1
`
