import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  bgpNeighbor,
  createLab,
  established,
  type Frr,
  type Lab,
  received,
  requireLab,
  startFrr,
  waitFor,
} from '@frrkit/frr-lab'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'

const configuration = (
  name: string,
  { neighbor = '', prefixes = '', rest = '' },
) => `apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: ${name}, namespace: frr-system}
spec:
  bgp:
    routers:
    - asn: 64512
      prefixes: [${prefixes}]
      neighbors: [{address: 192.0.2.2, asn: 64513, connectTime: 1s${neighbor && `, ${neighbor}`}}]
${rest}`

// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peerConfig = `router bgp 64513
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 64512
 neighbor 192.0.2.1 passive
 address-family ipv4 unicast
  network 198.51.100.0/24
 exit-address-family
ip route 198.51.100.0/24 blackhole
`

/** One node whose FRR frrkit keeps, one peer that is plain FRR. */
describe.runIf(await requireLab())('files become a session', { timeout: 90_000 }, () => {
  let lab: Lab
  let node: Frr
  let peer: Frr
  let dir: string
  let frrkit: FrrkitProcess

  beforeAll(async () => {
    lab = await createLab({ name: 'thin-path' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
    node = await startFrr(a, {})
    peer = await startFrr(b, { config: peerConfig })
  }, 120_000)
  afterAll(() => lab.stop())

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'frrkit-e2e-'))
    await write(
      'edge.yaml',
      configuration('edge', { prefixes: '192.168.100.0/24', neighbor: 'toAdvertise: {allowed: {mode: all}}' }),
    )
    await write(
      'lb.yaml',
      configuration('lb', {
        prefixes: '192.168.101.0/24',
        neighbor: 'toAdvertise: {allowed: {mode: all}}, toReceive: {allowed: {mode: all}}',
      }),
    )
    frrkit = startFrrkit([
      '--dir',
      dir,
      '--node-name',
      'worker-1',
      '--frr-conf',
      node.configFile,
      '--pathspace',
      node.pathspace,
    ])
    await frrkit.logged(/FRR (took|runs) /)
    await established(node, '192.0.2.2')
  })
  afterEach(async () => {
    expect(await frrkit.stop()).toBe(0)
    await rm(dir, { recursive: true })
  })

  const write = (file: string, text: string) => writeFile(join(dir, file), text)
  const atPeer = (prefix: string) => received(peer, prefix, { from: '192.0.2.1' })
  const drops = async () => (await bgpNeighbor(peer, '192.0.2.1'))?.connectionsDropped

  test('two objects for one neighbor make one session, and an added prefix does not touch it', async () => {
    await atPeer('192.168.100.0/24')
    await atPeer('192.168.101.0/24')
    const before = await drops()
    const since = frrkit.lines.length
    await write(
      'third.yaml',
      configuration('third', { prefixes: '192.168.102.0/24', neighbor: 'toAdvertise: {allowed: {mode: all}}' }),
    )
    await frrkit.logged(/configuration built from 3 objects/, since)
    await atPeer('192.168.102.0/24')
    expect(await drops()).toBe(before)
    await received(node, '198.51.100.0/24', { from: '192.0.2.2' })
  })

  test('a conflict leaves FRR as it was and names both objects', async () => {
    const running = await node.running()
    await write('other.yaml', configuration('other', {}).replace('64513', '64999'))
    const line = await frrkit.logged(/no configuration can be built/)
    expect(line.msg).toMatch(/neighbor 192\.0\.2\.2: asn: objects ask for different values \[merge\/conflict\]/)
    expect(line.msg).toMatch(/64513 +FRRConfiguration frr-system\/edge .*edge\.yaml:9:\d+\)/)
    expect(line.msg).toMatch(/64999 +FRRConfiguration frr-system\/other .*other\.yaml:9:\d+\)/)
    expect(await node.running()).toBe(running)
    await rm(join(dir, 'other.yaml'))
    await frrkit.logged(/configuration built from 2 objects/, frrkit.lines.indexOf(line))
  })

  test.each([
    { case: 'tabs', text: 'spec:\n\tbgp: {}\n', says: /bad\.yaml:2:\d+.*|\[file\/syntax\]/ },
    {
      case: 'an unknown field',
      text: configuration('bad', { neighbor: 'adress: x' }),
      says: /spec\.bgp\.routers\[0\]\.neighbors\[0\]\.adress: no such field[\s\S]*bad\.yaml:9:\d+\)[\s\S]*did you mean address\?/,
    },
    {
      case: 'a wrong type',
      text: configuration('bad', {}).replace('asn: 64512', 'asn: "64512"'),
      says: /spec\.bgp\.routers\[0\]\.asn: an integer is needed here[\s\S]*bad\.yaml:7:\d+\)/,
    },
  ])('a file with $case is reported with file, line and field; what ran stays', async ({ text, says }) => {
    const running = await node.running()
    await write('bad.yaml', text)
    const line = await frrkit.logged(/no configuration can be built/)
    expect(line.msg).toMatch(says)
    expect(await node.running()).toBe(running)
  })

  test('what FRR refuses is reported in its words; what ran stays', async () => {
    const running = await node.running()
    await write('raw.yaml', configuration('raw', { rest: '  raw: {rawConfig: "this is nonsense"}\n' }))
    const line = await frrkit.logged(/FRR refused the configuration/)
    expect(line.msg).toContain('this is nonsense')
    await waitFor(
      'the running configuration of before',
      async () => ((await node.running()) === running ? true : undefined),
      { within: 30_000 },
    )
  })
})
