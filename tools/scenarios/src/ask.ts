import type { Frr } from '@frrkit/frr-lab'
import { showJson, VtyConnection } from '@frrkit/vty'

/** Asks a bgpd over its socket: looking often, a vtysh for each look would be most of the work. */
export type Ask = {
  /** What is expected is `T`: nothing checks it. */
  <T>(command: string): Promise<T>
  close(): void
}

export function askBgpd({ install, pathspace }: Frr): Ask {
  const bgpd = new VtyConnection({ daemon: 'bgpd', vtyDir: install.stateDirectory, pathspace })
  const ask = async <T>(command: string): Promise<T> => {
    const shown = await showJson(bgpd, command)
    // bgpd says so while no object has a router for this node, or for its VRF.
    if (!shown.ok && /BGP instance not found|is unknown/.test(shown.error.words)) return {} as T
    if (!shown.ok) throw new Error(`${command}: ${shown.error.words}`)
    return shown.value as T
  }
  return Object.assign(ask, { close: () => bgpd.close() })
}
