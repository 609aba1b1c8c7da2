import {
  bgpNeighbor,
  createLab,
  established,
  type Frr,
  frrVersions,
  type Lab,
  requireLab,
  startFrr,
} from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareWithRunning, isSince, parseFrrText, sessionResets } from '../src/index.ts'

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let [a, b]: readonly Frr[] = []
  beforeAll(async () => {
    lab = await createLab({ name: 'session-resets' })
    const [nodeA, nodeB] = [await lab.node('a'), await lab.node('b')]
    await lab.link(nodeA, nodeB, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
    ;[a, b] = await Promise.all([
      startFrr(nodeA, { install, config: session(65001, '192.0.2.2', 65002) }),
      startFrr(nodeB, { install, config: session(65002, '192.0.2.1', 65001) }),
    ])
  })
  afterAll(() => lab?.stop())

  test.each([
    { lines: ['neighbor 192.0.2.2 timers 10 30'] },
    { lines: ['neighbor 192.0.2.2 description x'] },
    { lines: ['address-family ipv4 unicast', 'network 10.0.0.0/8'] },
    { lines: ['neighbor 192.0.2.2 update-source 192.0.2.1'] },
    { lines: ['neighbor 192.0.2.2 ebgp-multihop'] },
    { lines: ['neighbor 192.0.2.2 remote-as external'] },
    { lines: ['address-family l2vpn evpn', 'neighbor 192.0.2.2 activate'] },
    { lines: ['address-family l2vpn evpn', 'neighbor 192.0.2.2 route-server-client'] },
    { lines: ['bgp router-id 10.0.0.9'] },
    // The default since 10.5: said once more, it resets all sessions there as well, though nothing changes.
    { lines: [isSince(install, 10, 5) ? 'no bgp reject-as-sets' : 'bgp reject-as-sets'] },
    { lines: ['bgp suppress-fib-pending'] },
  ])('what $lines does to the session is what the rules say', async ({ lines }) => {
    if (a === undefined || b === undefined) throw new Error('no FRR')
    await established(a, '192.0.2.2')
    const before = { text: parseFrrText(await a.running()), dropped: await dropped(a) }
    await a.vtysh('configure', 'router bgp 65001', ...lines)
    await established(a, '192.0.2.2')
    const after = parseFrrText(await a.running())
    const foreseen = sessionResets(before.text, after, compareWithRunning(before.text, after))
    // Both sides may hang up on each other, which counts twice.
    expect((await dropped(a)) > before.dropped).toBe(foreseen.length > 0)
  })
})

function session(asn: number, neighbor: string, remoteAs: number): string {
  return `router bgp ${asn}
 no bgp ebgp-requires-policy
 neighbor ${neighbor} remote-as ${remoteAs}
 neighbor ${neighbor} timers connect 1
`
}

async function dropped(frr: Frr): Promise<number> {
  return (await bgpNeighbor(frr, '192.0.2.2'))?.connectionsDropped ?? 0
}
