import {
  createLab,
  established,
  type Frr,
  frrVersions,
  type Lab,
  received,
  requireLab,
  startFrr,
} from '@frrkit/frr-lab'
import type { Reloader } from '@frrkit/plugin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reloaderVty } from '../src/index.ts'

const canRun = await requireLab()
const signal = new AbortController().signal
const prefix = '10.0.0.0/24'

/** While bgpd gathers what it has to say to a new neighbor, a changed route-map has it say what is there a second later. */
const text = ({ entry, network = '' }: { readonly entry: string; readonly network?: string }) => `\
bgp route-map delay-timer 1
ip prefix-list out ${entry}
route-map out permit 1
 match ip address prefix-list out
exit
router bgp 65001
 no bgp ebgp-requires-policy
 no bgp network import-check
 coalesce-time 3000
 neighbor 192.0.2.2 remote-as 65002
 neighbor 192.0.2.2 timers connect 1
 address-family ipv4 unicast
${network}  neighbor 192.0.2.2 route-map out out
 exit-address-family
exit
`
const nothing = text({ entry: 'seq 1 deny any' })
const one = text({ entry: `seq 2 permit ${prefix}`, network: `  network ${prefix}\n` })
/** With `suppress-fib-pending`, bgpd has what it says to its peers in line for a second, and else for an instant. */
const group = ({ network, map }: { readonly network: string; readonly map: string }) => `\
route-map out permit 1
exit
route-map other permit 1
 set metric 7
exit
router bgp 65001
 no bgp ebgp-requires-policy
 no bgp network import-check
 bgp suppress-fib-pending
 coalesce-time 100
 neighbor 192.0.2.2 remote-as 65002
 neighbor 192.0.2.2 timers connect 1
 neighbor 192.0.2.6 remote-as 65002
 neighbor 192.0.2.6 timers connect 1
 address-family ipv4 unicast
${network}  neighbor 192.0.2.2 route-map out out
  neighbor 192.0.2.6 route-map ${map} out
 exit-address-family
exit
`
// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peerConfig = (neighbor: string) => `\
router bgp 65002
 no bgp ebgp-requires-policy
 neighbor ${neighbor} remote-as 65001
 neighbor ${neighbor} passive
`

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', (install) => {
  let lab: Lab
  let frr: Frr
  let peer: Frr
  let other: Frr
  let reloader: Reloader
  beforeAll(async () => {
    lab = await createLab({ name: 'withdrawn' })
    const [a, b, c] = await Promise.all([lab.node('a'), lab.node('b'), lab.node('c')])
    await lab.link(a, b, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
    await lab.link(a, c, { a: ['192.0.2.5/30'], b: ['192.0.2.6/30'] })
    ;[frr, peer, other] = await Promise.all([
      startFrr(a, { install }),
      startFrr(b, { install, config: peerConfig('192.0.2.1') }),
      startFrr(c, { install, config: peerConfig('192.0.2.5') }),
    ])
    const { configFile: confFile, pathspace } = frr
    reloader = reloaderVty({ confFile, pathspace, vtyDir: install.stateDirectory })
  })
  afterAll(() => lab?.stop())

  const bring = async (wanted: string) =>
    expect(await reloader.reload(wanted, signal)).toMatchObject({ status: 'accepted', by: 'reloader-vty' })

  test('a route that goes right before another route-map takes its peer from the others is withdrawn', async () => {
    const network = `  network ${prefix}\n`
    await bring(group({ network, map: 'out' }))
    await Promise.all(['192.0.2.2', '192.0.2.6'].map((address) => established(frr, address)))
    await received(other, prefix, { from: '192.0.2.5' })
    await bring(group({ network: '', map: 'out' }))
    // What bgpd looks at 50 ms later is in line by then.
    await expect.poll(() => frr.vtysh('show bgp ipv4 unicast')).not.toContain(prefix)
    await bring(group({ network: '', map: 'other' }))
    await expect.poll(() => other.vtysh('show bgp ipv4 unicast'), { timeout: 10_000 }).not.toContain(prefix)
  })

  test('a route that goes soon after the session came up is withdrawn', async () => {
    await bring('')
    await bring(nothing)
    await Promise.all([established(frr, '192.0.2.2'), established(peer, '192.0.2.1')])
    await bring(one)
    await received(peer, prefix, { from: '192.0.2.1' })
    await bring(nothing)
    await expect.poll(() => peer.vtysh('show bgp ipv4 unicast')).not.toContain(prefix)
  })
})
