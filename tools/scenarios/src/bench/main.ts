import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { peered } from '../look.ts'
import { configuration } from '../objects.ts'
import { neighbors } from '../places.ts'
import { openWorld, type World } from '../world.ts'
import { followKernelRoutes } from './kernel-routes.ts'
import { percentile } from './percentile.ts'

const { values } = parseArgs({ options: { changes: { type: 'string', default: '50' } } })
const changes = Number(values.changes)
const target = 250
/** Milliseconds between two changes: longer than the debounce, so that each is a first one after a quiet time. */
const quiet = 500

const world = await openWorld({ name: 'bench-e2e', nodes: 1, peers: ['ebgp'], quick: false })
try {
  const own = ['192.168.255.0/24']
  await world.apply(withPrefixes(own))
  await peered(world)
  console.log(`${changes} prefixes, one write of the object each, from the write to the kernel of an eBGP peer, in ms`)
  console.log('pause between changes  p50  p99  max  target of p50')
  for (const pause of [quiet, 0]) {
    const took = await measure(world, own, pause)
    const [p50, p99, max] = [percentile(took, 0.5), percentile(took, 0.99), Math.max(...took)].map((ms) =>
      ms.toFixed(0),
    )
    const name = pause === 0 ? 'none' : `${pause} ms`
    console.log(`${name.padEnd(21)}  ${p50?.padStart(3)}  ${p99?.padStart(3)}  ${max?.padStart(3)}  ${target}`)
  }
} finally {
  await world.stop()
}

async function measure({ peer, apply }: World, own: string[], pause: number): Promise<readonly number[]> {
  const kernel = followKernelRoutes(peer('ebgp').frr.node)
  const took = []
  for (let i = 0; i < changes; i++) {
    await sleep(pause)
    const prefix = `192.168.${own.length}.0/24`
    own.push(prefix)
    const arrives = kernel.next(prefix)
    const began = performance.now()
    await apply(withPrefixes(own))
    took.push((await arrives) - began)
  }
  await kernel.stop()
  return took
}

function withPrefixes(prefixes: readonly string[]) {
  return configuration('edge', {
    prefixes: [...prefixes],
    neighbors: neighbors({ toAdvertise: { allowed: { mode: 'all' } } }, ['ebgp']),
  })
}
