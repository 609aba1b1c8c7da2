import { createLab, established, type Frr, frrVersions, type Lab, requireLab, startFrr, waitFor } from '@frrkit/frr-lab'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Here, makeHere } from './frrkit-here.ts'

const canRun = await requireLab()

/** Sessions over IPv4 with BFD, over IPv6 and over an interface; a neighbor that is not there, and one in a VRF. */
const config = (asn: number, v4: string, v6: string): string => `\
router bgp ${asn}
 no bgp ebgp-requires-policy
 no bgp network import-check
 neighbor ${v4} remote-as external
 neighbor ${v4} bfd
 neighbor ${v4} timers connect 1
 neighbor ${v6} remote-as external
 neighbor ${v6} timers connect 1
 neighbor eth1 interface remote-as external
 neighbor 192.0.2.99 remote-as 65099
 neighbor 192.0.2.98 remote-as 65098
 neighbor 192.0.2.98 shutdown
 address-family ipv4 unicast
  network 10.${asn % 100}.1.0/24
  no neighbor ${v6} activate
  no neighbor eth1 activate
 exit-address-family
 address-family ipv6 unicast
  neighbor ${v6} activate
  neighbor eth1 activate
 exit-address-family
exit
router bgp ${asn} vrf red
 neighbor 198.51.100.1 remote-as 65077
exit
`

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'the status of FRR $version',
  { timeout: 120_000 },
  (install) => {
    let lab: Lab
    let frr: Frr
    let here: Here
    beforeAll(async () => {
      lab = await createLab({ name: 'status' })
      const [a, b] = await Promise.all([lab.node('a'), lab.node('b')])
      await lab.link(a, b, { a: ['192.0.2.1/24', '2001:db8::1/64'], b: ['192.0.2.2/24', '2001:db8::2/64'] })
      await lab.link(a, b)
      ;[frr] = await Promise.all([
        startFrr(a, { install, config: config(65001, '192.0.2.2', '2001:db8::2') }),
        startFrr(b, { install, config: config(65002, '192.0.2.1', '2001:db8::1') }),
      ])
      await Promise.all(['192.0.2.2', '2001:db8::2', 'eth1'].map((neighbor) => established(frr, neighbor)))
    }, 120_000)
    afterAll(() => lab?.stop())
    beforeEach(async () => {
      here = await makeHere()
    })
    afterEach(() => here.remove())

    const status = (...words: readonly string[]) =>
      here.frrkit('status', '--pathspace', frr.pathspace, '--vty-dir', install.stateDirectory, ...words)

    test('is a table, with numbers, VRFs and reasons', async () => {
      const shown = await waitFor(
        'prefixes both ways, and BFD',
        async (seen) => {
          const answer = await status()
          seen(answer.stdout)
          return /^default +192\.0\.2\.2 .* ipv4 +1 +2 +Up/m.test(answer.stdout) && / up /.test(answer.stdout)
            ? answer
            : undefined
        },
        { within: 30_000 },
      )
      expect({ ...shown, stdout: '' }).toEqual({ code: 1, stdout: '', stderr: '' })
      const lines = shown.stdout.split('\n')
      expect(lines[0]).toBe('6 neighbors: 3 established, 2 down, 1 shut down; 1 BFD peer: 1 up')
      expect(lines.find((line) => line.includes(' 192.0.2.98 '))).toMatch(/Idle \(Admin\) .* Admin\. shutdown$/)
      expect(lines.find((line) => line.includes(' 192.0.2.99 '))).toMatch(
        / (Waiting for (peer OPEN|NHT)|No path to specified Neighbor)$/,
      )
      expect(lines.find((line) => line.includes(' eth1 '))).toMatch(/ 65002 .* Established +\d+s +ipv6 /)
      expect(lines.find((line) => line.startsWith('red '))).toMatch(
        / 198\.51\.100\.1 .* Waiting for VRF to be initialized$/,
      )
      expect(lines.find((line) => line.includes(' 3 x 300 ms'))).toMatch(/^default +192\.0\.2\.2 +eth0 +up /)
    })

    test('says what is wrong when bgpd has ended, and still knows of BFD', async () => {
      await frr.killDaemon('bgpd')
      const { code, stdout, stderr } = await status('--output', 'json')
      const { ok, neighbors, bfdPeers, problems } = JSON.parse(stdout)
      expect({ code, stderr, ok, neighbors, subject: problems[0].subject }).toEqual({
        code: 1,
        stderr: '',
        ok: false,
        neighbors: undefined,
        subject: 'bgpd',
      })
      expect(bfdPeers).toBeInstanceOf(Array)
    })
  },
)
