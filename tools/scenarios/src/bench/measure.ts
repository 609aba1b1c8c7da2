import { setTimeout as sleep } from 'node:timers/promises'
import { type Configuration, configuration } from '../objects.ts'
import { neighbors } from '../places.ts'
import type { World } from '../world.ts'
import { followKernelRoutes } from './kernel-routes.ts'
import { waitedForCore } from './waited.ts'

const all = { allowed: { mode: 'all' } } as const

/** One change: milliseconds from its write to each stage, and where they went. */
export type Took = {
  /** The API server has answered. */
  readonly answered: number
  /** frrkit has told FRR, and read back that it runs it. */
  readonly applied: number
  /** It is in the kernel of the peer. */
  readonly arrived: number
  /** All processes on the way, together, stood still for so long because others had the cores. */
  readonly waited: number
}

/** Adds so many prefixes to the object, one at a time, and follows each to the peer. */
export async function measure(
  world: World,
  own: string[],
  { changes, pause }: { readonly changes: number; readonly pause: number },
): Promise<readonly Took[]> {
  const [node] = world.nodes
  if (node === undefined) throw new Error('BUG: a world of one node')
  const { frr: peer } = world.peer('ebgp')
  const frrkit = node.frrkit()
  const daemons = [node.frr.process('bgpd'), peer.process('bgpd'), peer.process('zebra')]
  const pids = [process.pid, frrkit.pid, ...daemons.flatMap((daemon) => daemon?.pid ?? [])]
  const kernel = followKernelRoutes(peer.node)
  const took: Took[] = []
  for (let i = 0; i < changes; i++) {
    await sleep(pause)
    const prefix = `192.168.${own.length}.0/24`
    own.push(prefix)
    const arrives = kernel.next(prefix)
    const since = frrkit.lines.length
    const waitedBefore = await waitedForCore(pids)
    const began = performance.now()
    await world.apply(edge(own))
    const answered = performance.now() - began
    const [arrived, { time }] = await Promise.all([arrives, frrkit.logged(/^FRR took /, since)])
    const applied = Date.parse(String(time)) - performance.timeOrigin - began
    const waited = (await waitedForCore(pids)) - waitedBefore
    took.push({ answered, applied, arrived: arrived - began, waited })
  }
  await kernel.stop()
  return took
}

/** All of these prefixes, advertised to the one peer, of whom everything is taken. */
export function edge(prefixes: readonly string[]): Configuration {
  return configuration('edge', {
    prefixes: [...prefixes],
    neighbors: neighbors({ toAdvertise: all, toReceive: all }, ['ebgp']),
  })
}
