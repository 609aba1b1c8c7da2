import { createLab, type FrrInstall, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeNode, type Node, openNode, restartBgpd, settled, tell } from './random/node.ts'
import { arbitraryPair } from './random/pair.ts'

const canRun = await requireLab()
// One run is four changes: from nothing to A, to B, back to A, and back to nothing. `npm run fuzz:plan` has 2,000.
const runs = Number(process.env.FRRKIT_RUNS ?? 30)
// The long run looks for what nobody has seen, the short one for what has been right before.
const seed = Number(process.env.FRRKIT_SEED ?? (process.env.FRRKIT_RUNS ? Date.now() % 1_000_000 : 1))

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'FRR $version',
  { timeout: 3_600_000 },
  (install: FrrInstall) => {
    let lab: Lab
    let changed: Node
    let loaded: Node
    beforeAll(async () => {
      lab = await createLab({ name: 'random-changes' })
      const nodes = await Promise.all([lab.node('changed'), lab.node('loaded')])
      const frrs = await Promise.all(nodes.map((node) => startFrr(node, { install })))
      ;[changed, loaded] = (await Promise.all(frrs.map(openNode))) as [Node, Node]
    })
    afterAll(async () => {
      closeNode(changed)
      closeNode(loaded)
      await lab?.stop()
    })

    test(`a planned change ends where loading the text into an empty FRR does; seed ${seed}, ${runs} runs`, async () => {
      const ways = fc.record({ batch: fc.boolean(), fromResult: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(arbitraryPair(install), ways, async ([a, b], { batch, fromResult }) => {
          await restartBgpd(changed)
          const ends = new Map([['', await settled(changed)]])
          for (const text of [a, b]) ends.set(text, await load(loaded, text))
          let last: Awaited<ReturnType<typeof tell>> | undefined
          for (const text of [a, b, a, '']) {
            last = await tell(changed, text, batch, fromResult ? last?.result : undefined)
            expect(last.words, report(text, last)).toEqual([])
            expect(await settled(changed), report(text, last)).toEqual(ends.get(text))
          }
        }),
        { numRuns: runs, seed, endOnFailure: true, interruptAfterTimeLimit: 3_000_000, markInterruptAsFailure: true },
      )
    })
  },
)

/** What runs after a fresh bgpd, and daemons with nothing else, have loaded a text. */
async function load(node: Node, text: string): Promise<readonly string[]> {
  await tell(node, '', false)
  await restartBgpd(node)
  await node.frr.load(text).catch(unlessDone)
  return await settled(node)
}

/** From 10.5 on, bgpd refuses graceful restart in a VRF that is not there, and does it. */
function unlessDone(error: Error): void {
  const failed = error.message.split('\n').filter((line) => line.includes('Failure to communicate'))
  if (failed.length === 0 || !failed.every((line) => / graceful-restart(?:-helper)?$/.test(line))) throw error
}

function report(text: string, { planned }: Awaited<ReturnType<typeof tell>>): string {
  const steps = planned.status === 'planned' ? planned.plan.steps : []
  return `the way to\n${text}\nwas\n${steps.map(({ daemon, lines }) => [daemon, ...lines].join('\n  ')).join('\n')}`
}
