import { createLab, endsWhen, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { isSince } from '@frrkit/frr-text'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeNode, type Node, openNode, restartBgpd, settled, tell } from './random/node.ts'

const canRun = await requireLab()
const main = (asn: number) => `router bgp ${asn}
 no bgp network import-check
 neighbor 192.0.2.1 remote-as 64513
 address-family ipv4 unicast
  aggregate-address 10.0.0.0/8
  network 10.0.0.0/24
 exit-address-family
exit
`
const red = `router bgp 64512 vrf red
 no bgp network import-check
 address-family ipv4 unicast
  import vrf default
  aggregate-address 10.9.0.0/16
  network 10.9.0.0/24
 exit-address-family
exit
`
const labeled = (asn: number) => `router bgp ${asn} vrf red
 address-family ipv4 unicast
  label vpn export auto
 exit-address-family
exit
`
const both = `${main(64512)}${red}`

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 120_000 }, (install) => {
  let lab: Lab
  let node: Node
  beforeAll(async () => {
    lab = await createLab({ name: 'another-as' })
    node = await openNode(await startFrr(await lab.node('a'), { install }))
  })
  afterAll(async () => {
    closeNode(node)
    await lab?.stop()
  })

  if (!endsWhen('a hidden default router comes back', install))
    test('a default instance that gets another AS takes its aggregates and routes, also after imports', async () => {
      const texts = [both, main(64520), '', main(64521), both, main(64520)]
      for (const text of texts) {
        expect((await tell(node, text, false)).words).toEqual([])
        const [, asn] = /^router bgp (\d+)$/m.exec(text) ?? []
        const found = (await settled(node)).filter((line) => line.includes(`router bgp ${asn} /`))
        expect(found.some((line) => line.endsWith('aggregate-address 10.0.0.0/8'))).toBe(asn !== undefined)
        await expect.poll(() => announced(node)).toBe(asn === undefined ? '' : '10.0.0.0/8 10.0.0.0/24')
      }
    })
  else
    test('bgpd does not survive another AS of a default instance after imports, for now', async () => {
      expect((await tell(node, both, false)).words).toEqual([])
      await expect.poll(() => node.frr.vtysh('show bgp ipv4 vpn'), { timeout: 20_000 }).toContain('10.0.0.0/24')
      const bgpd = node.frr.process('bgpd')
      await tell(node, main(64520), false).catch(() => {})
      await node.frr.running().catch(() => {})
      await expect.poll(() => bgpd?.ended(), { timeout: 20_000 }).toBe('SIGSEGV')
    })

  // 10.3 gives labels back by itself, and takes none before there is a route for it.
  if (!isSince(install, 10, 3))
    test('a VRF with a label of zebra gets another AS, or goes, and bgpd lives on', async () => {
      await restartBgpd(node)
      const bgpd = node.frr.process('bgpd')
      // A label that came for a router which is gone would have ended bgpd before the next one has its own.
      for (const vrf of [labeled(64512), '', labeled(64520), labeled(64512)]) {
        expect((await tell(node, `${main(64512)}${vrf}`, false)).words).toEqual([])
        const labels = vrf === '' ? 0 : 1
        await expect.poll(() => node.frr.vtysh('show bgp labelpool summary')).toMatch(new RegExp(`InUse: +${labels}`))
      }
      expect(bgpd?.ended()).toBeUndefined()
    })
})

async function announced({ frr }: Node): Promise<string> {
  const shown = await frr.vtysh('show bgp ipv4 unicast json').catch(() => '{}')
  const { routes = {} } = JSON.parse(shown) as { readonly routes?: Readonly<Record<string, unknown>> }
  return Object.keys(routes).join(' ')
}
