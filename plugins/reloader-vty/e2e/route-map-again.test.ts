import { createLab, type FrrInstall, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeNode, type Node, openNode, tell } from './random/node.ts'

const canRun = await requireLab()
const named = `router bgp 64512
 neighbor 192.0.2.1 remote-as 64513
 address-family ipv4 unicast
  redistribute connected route-map out
  neighbor 192.0.2.1 route-map out in
 exit-address-family
exit
`
const there = `route-map out permit 1\n match ipv6 address prefix-list missing\nexit\n${named}`

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'FRR $version',
  { timeout: 120_000 },
  (install: FrrInstall) => {
    let lab: Lab
    let node: Node
    beforeAll(async () => {
      lab = await createLab({ name: 'route-map-again' })
      node = await openNode(await startFrr(await lab.node('a'), { install }))
    })
    afterAll(async () => {
      closeNode(node)
      await lab?.stop()
    })

    test('a route-map that goes and comes back while a router names it does not end bgpd', async () => {
      // What bgpd does with freed memory is chance.
      for (let round = 0; round < 15; round++)
        for (const text of [there, named, there, '']) expect((await tell(node, text, false)).words).toEqual([])
    })
  },
)
