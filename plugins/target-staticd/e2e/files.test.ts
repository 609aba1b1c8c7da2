import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
import { type RunningFrrkit, runFrrkit } from './run-frrkit.ts'
import { installed } from './static-routes.ts'

const canRun = await requireLab()

const route = (name: string, spec: string) => `apiVersion: static.frrkit.dev/v1alpha1
kind: StaticRoute
metadata: {name: ${name}, namespace: frr-system}
spec: {${spec}}
`
const session = `apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: edge, namespace: frr-system}
spec: {bgp: {routers: [{asn: 64512, neighbors: [{address: 192.0.2.2, asn: 64513, connectTime: 1s}]}]}}
`
// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peer = 'router bgp 64513\n neighbor 192.0.2.1 remote-as 64512\n neighbor 192.0.2.1 passive\n'

/** One story: a session stands, and static routes come, change and go beside it. */
describe.runIf(canRun).each(canRun ? await frrVersions() : [])('files and FRR $version', (install) => {
  let lab: Lab
  let frr: Frr
  let tor: Frr
  let dir: string
  let frrkit: RunningFrrkit

  const write = (file: string, text: string) => writeFile(join(dir, 'objects', file), text)

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'frrkit-staticd-'))
    await mkdir(join(dir, 'objects'))
    lab = await createLab({ name: 'target-staticd' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/24', '2001:db8::1/64'], b: ['192.0.2.2/24', '2001:db8::2/64'] })
    frr = await startFrr(a, { install })
    tor = await startFrr(b, { install, config: peer })
    await write('session.yaml', session)
    await write('storage.yaml', route('storage', 'prefix: 10.20.0.0/16, nextHops: [{address: 192.0.2.2}]'))
    const plugins = { 'source-file': { dir: join(dir, 'objects') } }
    frrkit = await runFrrkit(frr, { file: join(dir, 'frrkit.conf'), plugins })
  })
  afterAll(async () => {
    await frrkit?.stop()
    await lab?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  test('objects become routes of the kernel, change and go, and the session beside them does not notice', async () => {
    await installed(frr, '10.20.0.0/16 1 via 192.0.2.2 eth0')
    await established(frr, '192.0.2.2')
    const before = (await bgpNeighbor(tor, '192.0.2.1'))?.connectionsDropped

    await write('more.yaml', route('more', 'prefix: 10.20.0.0/16, nextHops: [{address: 192.0.2.3}]'))
    await write(
      'six.yaml',
      route('six', "prefix: '2001:db8:5::/48', nextHops: [{address: 'fe80::2', interface: eth0}]"),
    )
    await installed(frr, '10.20.0.0/16 1 via 192.0.2.2 eth0, 192.0.2.3 eth0', '2001:db8:5::/48 1 via fe80::2 eth0')

    await write('storage.yaml', route('storage', 'prefix: 10.20.0.0/16, nextHops: [{address: 192.0.2.2}], distance: 7'))
    await rm(join(dir, 'objects', 'more.yaml'))
    await installed(frr, '10.20.0.0/16 7 via 192.0.2.2 eth0', '2001:db8:5::/48 1 via fe80::2 eth0')

    await write('storage.yaml', route('storage', 'prefix: 10.20.0.0/16, blackhole: drop, distance: 7'))
    await installed(frr, '10.20.0.0/16 7 via discarded', '2001:db8:5::/48 1 via fe80::2 eth0')

    await write('storage.yaml', route('storage', 'prefix: 10.20.0.0/16, nextHops: [{interface: eth0}], distance: 7'))
    await rm(join(dir, 'objects', 'six.yaml'))
    await installed(frr, '10.20.0.0/16 7 via eth0')

    await write('other.yaml', route('other', 'prefix: 10.20.0.0/16, blackhole: drop, distance: 7'))
    await frrkit.says(/static route 10\.20\.0\.0\/16: blackhole: objects contradict each other .*\[static\/conflict]/)
    await installed(frr, '10.20.0.0/16 7 via eth0')

    await rm(join(dir, 'objects', 'other.yaml'))
    await rm(join(dir, 'objects', 'storage.yaml'))
    await installed(frr)
    expect((await frr.node.exec(['ip', 'route', 'show', 'proto', 'static'])).stdout).toBe('')
    expect((await bgpNeighbor(tor, '192.0.2.1'))?.connectionsDropped).toBe(before)
  })
})
