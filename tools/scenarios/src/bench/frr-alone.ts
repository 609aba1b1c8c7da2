import { setTimeout as sleep } from 'node:timers/promises'
import { configure, VtyConnection } from '@frrkit/vty'
import type { World } from '../world.ts'
import { followKernelRoutes } from './kernel-routes.ts'

/**
 * The same way without frrkit, for comparison: a peer's bgpd is told to announce a prefix, over its socket, and it arrives in
 * the kernel of the node. Milliseconds of each.
 */
export async function measureFrrAlone(
  world: World,
  { changes, pause }: { readonly changes: number; readonly pause: number },
): Promise<readonly number[]> {
  const [node] = world.nodes
  if (node === undefined) throw new Error('BUG: a world of one node')
  const { install, pathspace } = world.peer('ebgp').frr
  const bgpd = new VtyConnection({ daemon: 'bgpd', vtyDir: install.stateDirectory, pathspace })
  const kernel = followKernelRoutes(node.frr.node)
  const router = [`router bgp ${world.network.peers.ebgp.asn}`, 'address-family ipv4 unicast']
  const took: number[] = []
  for (let i = 0; i < changes; i++) {
    await sleep(pause)
    const prefix = `198.18.${i}.0/24`
    const arrives = kernel.next(prefix)
    const began = performance.now()
    const { refusals, error } = await configure(bgpd, [...router, `network ${prefix}`])
    if (refusals.length > 0 || error !== undefined) throw new Error(`bgpd does not take network ${prefix}`)
    took.push((await arrives) - began)
  }
  await kernel.stop()
  bgpd.close()
  return took
}
