import { formatProblem } from '@frrkit/model'
import { aModel, aNeighbor, anAdvertise, anOrigin, aRouter, prefixes } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { targetBgpd } from './target-bgpd.ts'

function modelWith(communities: number) {
  const both = prefixes('198.51.100.0/24', '2001:db8:77::/64')
  const neighbor = aNeighbor({
    interface: 'eth0',
    advertise: anAdvertise({
      localPrefs: [{ localPref: 100, prefixes: prefixes('198.51.100.0/24') }],
      communities: Array.from({ length: communities }, (_, i) => ({
        community: { kind: 'standard' as const, text: `64512:${i}` },
        prefixes: both,
      })),
    }),
    origins: [anOrigin('spec.bgp.routers[0].neighbors[0]')],
  })
  return aModel({ routers: [aRouter({ vrf: 'red', neighbors: [neighbor] })] })
}

test('properties fill the route-map up to its fixed entries', () => {
  expect(targetBgpd().view(modelWith(1499))).toMatchObject({ ok: true })
})

test('more properties than that are refused, with everyone who defines the neighbor', () => {
  const result = targetBgpd().view(modelWith(1500))
  expect(result.ok ? [] : result.problems.map(formatProblem)).toEqual([
    `neighbor eth0 (vrf red): toAdvertise: 3001 local preferences and communities, and its route-map has room for 2999 [bgpd/too-many-properties]
  defines the neighbor  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0]
help: use fewer different values for this neighbor; each counts once for IPv4 and once for IPv6`,
  ])
})
