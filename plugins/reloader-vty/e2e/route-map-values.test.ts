import { createLab, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeNode, type Node, openNode, tell } from './random/node.ts'

const canRun = await requireLab()

/** Values of one command that bgpd keeps in different places. */
const values = [
  ['set metric 5', 'set metric +5', 'set metric rtt', 'set metric -rtt', 'set metric 6'],
  ['set community 64512:1', 'set community none', 'set community 64512:2 additive', 'set community none'],
  ['set large-community 64512:1:1', 'set large-community none', 'set large-community 64512:1:2'],
  ['set as-path prepend last-as 3', 'set as-path prepend 64512 64512', 'set as-path prepend last-as 2'],
  ['match peer 2001:db8::1', 'match peer 192.0.2.1', 'match peer eth0', 'match peer 192.0.2.2'],
]
const longest = Math.max(...values.map(({ length }) => length))

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let node: Node
  beforeAll(async () => {
    lab = await createLab({ name: 'route-map-values' })
    node = await openNode(await startFrr(await lab.node('a'), { install }))
  })
  afterAll(async () => {
    closeNode(node)
    await lab?.stop()
  })

  test.each([true, false])(
    'a value of another kind takes the place of the former one, in a batch: %s',
    async (batch) => {
      await tell(node, '', batch)
      for (let turn = 0; turn < longest; turn++) {
        const lines = values.map((of) => of[turn % of.length] ?? '')
        const text = lines.map((line, i) => `route-map m permit ${i + 1}\n ${line}\n description of m\nexit\n`).join('')
        expect((await tell(node, text, batch)).words).toEqual([])
        // What bgpd does, which is not always what it shows of its configuration.
        const does = await node.frr.vtysh('show route-map m')
        for (const line of lines) expect(does).toContain(` ${line.replace(/^(?:set|match) /, '')}\n`)
      }
    },
  )
})
