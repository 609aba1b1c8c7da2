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
const peerConfig = `\
router bgp 65002
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 65001
 neighbor 192.0.2.1 timers connect 1
`

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', (install) => {
  let lab: Lab
  let frr: Frr
  let peer: Frr
  beforeAll(async () => {
    lab = await createLab({ name: 'young-session' })
    const [a, b] = await Promise.all([lab.node('a'), lab.node('b')])
    await lab.link(a, b, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
    ;[frr, peer] = await Promise.all([startFrr(a, { install }), startFrr(b, { install, config: peerConfig })])
  })
  afterAll(() => lab?.stop())

  test('a route that goes soon after the session came up is withdrawn', async () => {
    const { configFile: confFile, pathspace } = frr
    const reloader = reloaderVty({ confFile, pathspace, vtyDir: install.stateDirectory })
    const bring = async (wanted: string) =>
      expect(await reloader.reload(wanted, signal)).toMatchObject({ status: 'accepted', by: 'reloader-vty' })
    await bring(nothing)
    await Promise.all([established(frr, '192.0.2.2'), established(peer, '192.0.2.1')])
    await bring(one)
    await received(peer, prefix, { from: '192.0.2.1' })
    await bring(nothing)
    await expect.poll(() => peer.vtysh('show bgp ipv4 unicast')).not.toContain(prefix)
  })
})
