import { afterEach, describe, expect, test } from 'vitest'
import { bgpNeighbor, bgpTable, established, received } from './frr/bgp.ts'
import { type Frr, startFrr } from './frr/frr.ts'
import type { FrrInstall } from './frr/install.ts'
import { createLab, type Lab } from './lab.ts'
import type { LabNode } from './lab-node.ts'
import { frrVersions } from './releases/frr-versions.ts'
import { requireLab } from './require-lab.ts'
import { describeTraces, tracesOf } from './traces.ts'
import { waitFor } from './wait-for.ts'

const timeout = 180_000
const installs = await frrVersions()
let lab: Lab
afterEach(() => lab.stop())

async function twoNodes(): Promise<readonly [LabNode, LabNode]> {
  lab = await createLab({ name: 'two-nodes' })
  const [a, b] = await Promise.all([lab.node('a'), lab.node('b')])
  await lab.link(a, b, { a: ['192.0.2.1/30', '2001:db8::1/64'], b: ['192.0.2.2/30', '2001:db8::2/64'] })
  return [a, b]
}

// Without `timers connect` the side that kept running is slow to try again: FRR's default is 120 s between attempts.
const bgp = (asn: number, neighbor: string, network: string): string => `\
ip route ${network} blackhole
router bgp ${asn}
 no bgp ebgp-requires-policy
 neighbor ${neighbor} remote-as external
 neighbor ${neighbor} timers connect 1
 address-family ipv4 unicast
  network ${network}
 exit-address-family
`

async function twoBgps(install: FrrInstall): Promise<readonly [Frr, Frr]> {
  const [a, b] = await twoNodes()
  return Promise.all([
    startFrr(a, { install, config: bgp(65001, '192.0.2.2', '198.51.100.0/24') }),
    startFrr(b, { install, config: bgp(65002, '192.0.2.1', '203.0.113.0/24') }),
  ])
}

const echoServer = `require('node:net').createServer((socket) => socket.pipe(socket)).listen(7777, () => console.log('listening'))`
const client = `require('node:net').connect(7777, process.argv[1]).end('hello ' + process.argv[1]).pipe(process.stdout)`

describe.runIf(await requireLab())('a lab', { timeout }, () => {
  test('linked nodes reach each other at once, by all addresses', async () => {
    const [a, b] = await twoNodes()
    expect(await lab.link(a, b, { a: ['10.0.0.1/24'] })).toEqual({ a: 'eth1', b: 'eth1' })
    const { stdout: tentative } = await a.exec(['ip', '-o', 'addr', 'show', 'tentative'])
    expect(tentative).toBe('')

    const server = b.spawn([process.execPath, '-e', echoServer])
    await waitFor('the server', () => server.lastWords().includes('listening') || undefined, { within: 60_000 })
    for (const address of ['192.0.2.2', '2001:db8::2']) {
      const { stdout } = await a.exec([process.execPath, '-e', client, address])
      expect(stdout).toBe(`hello ${address}`)
    }
  })

  test('another program runs in a node until the lab ends', async () => {
    const [a] = await twoNodes()
    const sleeper = a.spawn(['sleep', '600'])
    expect(sleeper.ended()).toBeUndefined()
    await lab.stop()
    expect(sleeper.ended()).toBe('SIGTERM')
  })

  describe.each(installs)('with FRR $version', (install) => {
    test('two nodes exchange prefixes, and again after a restart', async () => {
      const [a, b] = await twoBgps(install)
      const first = await established(a, '192.0.2.2')
      expect(first).toMatchObject({ localAs: 65001, remoteAs: 65002, connectionsEstablished: 1, connectionsDropped: 0 })
      expect(await received(a, '203.0.113.0/24', { from: '192.0.2.2' })).toMatchObject({ valid: true, path: '65002' })
      await received(b, '198.51.100.0/24', { from: '192.0.2.1' })
      expect(Object.keys(await bgpTable(a, 'ipv4')).toSorted()).toEqual(['198.51.100.0/24', '203.0.113.0/24'])

      await b.restartDaemon('bgpd')
      await waitFor('a to notice', async () => ((await drops(a)) === 1 ? true : undefined), { within: 60_000 })
      await established(a, '192.0.2.2')
      await received(a, '203.0.113.0/24', { from: '192.0.2.2' })
      expect(await b.running()).toContain('router bgp 65002\n no bgp ebgp-requires-policy\n')
    })

    test('a killed daemon is missing until it is started again', async () => {
      const [a] = await twoBgps(install)
      await a.killDaemon('bgpd')
      expect(a.process('bgpd')).toBeUndefined()
      await expect(a.show('show bgp summary json')).rejects.toThrow('bgpd is not running')
      await a.startDaemon('bgpd')
      expect(await bgpNeighbor(a, '192.0.2.2')).toMatchObject({ localAs: 65001 })
      expect(await bgpNeighbor(a, '192.0.2.99')).toBeUndefined()
      await expect(a.startDaemon('bgpd')).rejects.toThrow(new Error('bgpd of node a runs already'))
    })

    test('a configuration that FRR refuses is refused with its words', async () => {
      const [node] = await twoNodes()
      const config = 'router bgp 65001\n neighbor 192.0.2.2 password s3cret\n'
      const start = startFrr(node, { install, daemons: ['zebra', 'bgpd'], config })
      const error = await start.then(() => undefined, String)
      expect(withoutProgress(error ?? '')).toEqual([
        `Error: "${install.vtysh} -N ${node.namespace} -b" ended with exit code 13:`,
        'line 2: Failure to communicate[13] to bgpd, line:  neighbor 192.0.2.2 password (hidden)',
        `Configuration file[/etc/frr/${node.namespace}/frr.conf] processing failure: 13`,
        '% Specify remote-as or peer-group commands first',
      ])
    })

    test('a daemon that ends at its start is quoted', async () => {
      const [node] = await twoNodes()
      const start = startFrr(node, {
        install,
        daemons: ['zebra', 'bgpd'],
        daemonOptions: { bgpd: ['--no-such-option'] },
      })
      await expect(start).rejects.toThrow(
        /^bgpd of node a ended \(exit code 1\) before it answered:\n.*no-such-option.*Usage: bgpd/s,
      )
    })

    test('nothing is left after stop, which may be called twice', async () => {
      const [a] = await twoBgps(install)
      expect(describeTraces(tracesOf(lab.id))).toContain(`namespace ${a.pathspace}`)
      await lab.stop()
      expect(describeTraces(tracesOf(lab.id))).toEqual([])
      await lab.stop()
    })
  })
})

async function drops(frr: Frr): Promise<number | undefined> {
  return (await bgpNeighbor(frr, '192.0.2.2'))?.connectionsDropped
}

/** From FRR 10 on, vtysh has a child for each daemon, and all of them talk at once about how far they are. */
function withoutProgress(words: string): readonly string[] {
  // While mgmtd hands a daemon that has just started its configuration, vtysh says that it is locked, and tries again.
  const waits = /^% Can't enter config; \w+ datastore locked by another session$/
  const progress = /^(\[\d+\|\w+\] (done|sending configuration)|Waiting for children .*|)$/
  const lines = words.split('\n').filter((line) => !progress.test(line) && !waits.test(line))
  return lines.map((line) => line.replace(/^\[\d+\|\w+\] /, ''))
}
