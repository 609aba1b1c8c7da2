import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { peered } from '../look.ts'
import { openWorld } from '../world.ts'
import { measureFrrAlone } from './frr-alone.ts'
import { edge, measure, type Took } from './measure.ts'
import { percentile } from './percentile.ts'

const { values } = parseArgs({ options: { changes: { type: 'string', default: '50' } } })
const changes = Number(values.changes)
const target = 250
/** Milliseconds between two changes: longer than the debounce, so that each is a first one after a quiet time. */
const quiet = 500
/** Milliseconds from when a session is up: for a second (`coalesce-time`), bgpd gathers what it has to say to a new neighbor. */
const coalesced = 1_500

const flags = ['--log-level=info']
const world = await openWorld({ name: 'bench-e2e', nodes: 1, peers: ['ebgp'], quick: false, flags })
try {
  const own = ['192.168.255.0/24']
  await world.apply(edge(own))
  await peered(world)
  await sleep(coalesced)
  console.log(`${changes} prefixes, one write of the object each, from the write to the kernel of an eBGP peer, in ms`)
  console.log(`target where changes come one by one: p50 ≤ ${target}\n`)
  print(['pause between changes', '', 'answered', 'FRR runs it', 'at the peer', 'of it, no core was free'])
  for (const pause of [quiet, 0]) {
    const took = await measure(world, own, { changes, pause })
    printAll(pause === 0 ? 'none' : `${pause} ms`, took)
  }
  const alone = await measureFrrAlone(world, { changes, pause: quiet })
  printAll(
    `${quiet} ms, FRR alone`,
    alone.map((arrived) => ({ arrived })),
  )
} finally {
  await world.stop()
}

/** The change that is the p50 and the one that is the p99, with the stages of the very same. */
function printAll(name: string, took: readonly (Partial<Took> & Pick<Took, 'arrived'>)[]): void {
  const atPeer = took.map(({ arrived }) => arrived)
  for (const [as, share] of [
    ['p50', 0.5],
    ['p99', 0.99],
  ] as const) {
    const { answered, applied, arrived, waited } = took.find((one) => one.arrived === percentile(atPeer, share)) ?? {}
    const stages = [answered, applied, arrived, waited].map((ms) => ms?.toFixed(0) ?? '')
    print([as === 'p50' ? name : '', as, ...stages])
  }
}

function print([name = '', as = '', ...stages]: readonly string[]): void {
  const widths = [8, 11, 11, 23]
  console.log([name.padEnd(21), as.padEnd(3), ...stages.map((stage, i) => stage.padStart(widths[i] ?? 0))].join('  '))
}
