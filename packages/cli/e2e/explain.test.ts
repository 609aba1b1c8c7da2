import { afterEach, beforeEach, expect, test } from 'vitest'
import { configuration, type Here, makeHere } from './frrkit-here.ts'
import { metallb, service, slice } from './metallb-objects.ts'

let here: Here
beforeEach(async () => {
  here = await makeHere()
  await here.write(
    'edge.yaml',
    configuration('edge', {
      prefixes: '10.0.0.0/24',
      neighbor: 'password: s3cret, toAdvertise: {allowed: {mode: all}}',
    }),
  )
  await here.write('lb.yaml', configuration('lb', { prefixes: '10.0.1.0/24', neighbor: 'password: s3cret' }))
})
afterEach(() => here.remove())

const explain = async (...words: readonly string[]) => {
  const { code, stdout, stderr } = await here.frrkit('explain', ...words, '--dir', '.', '--node-name', 'worker-1')
  return { code, stdout: stdout.replaceAll(here.dir, 'DIR'), stderr: stderr.replaceAll(here.dir, 'DIR') }
}

test('a neighbor, with the places in the files', async () => {
  expect(await explain('neighbor', '192.0.2.2')).toEqual({
    code: 0,
    stderr: '',
    stdout: `neighbor 192.0.2.2: AS 64513, of our AS 64512, for IPv4
  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0] (DIR/edge.yaml:9:19)
  FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0] (DIR/lb.yaml:9:19)

settings
  asn: 64513
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].asn (DIR/edge.yaml:9:40)
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].asn (DIR/lb.yaml:9:40)
  password: (hidden)
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].password (DIR/edge.yaml:9:52)
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0].password (DIR/lb.yaml:9:52)

advertises
  10.0.0.0/24
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.mode (DIR/edge.yaml:9:94)

accepts
  nothing
`,
  })
})

test('a prefix that nobody allows', async () => {
  expect(await explain('prefix', '10.0.1.0/24', '--neighbor', '192.0.2.2')).toEqual({
    code: 0,
    stderr: '',
    stdout: `prefix 10.0.1.0/24: originated
  FRRConfiguration frr-system/lb  spec.bgp.routers[0].prefixes (DIR/lb.yaml:8:7)

neighbor 192.0.2.2: not advertised
  originated by FRRConfiguration frr-system/lb, and no object allows it to this neighbor
    FRRConfiguration frr-system/lb  spec.bgp.routers[0].prefixes (DIR/lb.yaml:8:7)
    help: in FRRConfiguration frr-system/lb, list it in toAdvertise.allowed.prefixes of this neighbor, or set mode: all
  mode: all of FRRConfiguration frr-system/edge allows the prefixes of that object alone
    FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].toAdvertise.allowed.mode (DIR/edge.yaml:9:94)
  not accepted from it: nothing is
`,
  })
})

test('as JSON, without a secret', async () => {
  const { code, stdout } = await explain('neighbor', '192.0.2.2', '--output', 'json')
  const { ok, neighbors } = JSON.parse(stdout)
  expect({ code, ok }).toEqual({ code: 0, ok: true })
  expect(neighbors[0]).toMatchObject({
    neighbor: '192.0.2.2',
    asn: 64513,
    settings: [{ field: 'asn' }, { field: 'password', value: '(hidden)' }],
    definedBy: [{ path: 'spec.bgp.routers[0].neighbors[0]', at: { line: 9, column: 19 } }, {}],
    advertises: [{ prefix: '10.0.0.0/24', communities: [] }],
  })
  expect(stdout).not.toContain('s3cret')
})

test('objects in conflict: the answer leaves one out, and says so', async () => {
  await here.write(
    'lb.yaml',
    configuration('lb', { prefixes: '10.0.1.0/24', neighbor: 'password: s3cret' }).replace('64513', '64999'),
  )
  const { code, stdout, stderr } = await explain('prefix', '10.0.1.0/24')
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^The node keeps what it ran before; the answer leaves out FRRConfiguration frr-system\/lb\.\n\n/,
  )
  expect(stderr).toContain('neighbor 192.0.2.2: asn: objects ask for different values [merge/conflict]\n')
  expect(stdout).toContain('prefix 10.0.1.0/24: originated by no object that speaks here\n')
  expect(stdout).toContain(
    'would originate it, but is left out: neighbor 192.0.2.2: asn: objects ask for different values',
  )
})

test('a neighbor that only an object for other nodes defines', async () => {
  await here.write(
    'lb.yaml',
    configuration('lb', { rest: '  nodeSelector: {matchLabels: {rack: r2}}\n' }).replace('192.0.2.2', '192.0.2.9'),
  )
  expect(await explain('neighbor', '192.0.2.9')).toEqual({
    code: 1,
    stdout: '',
    stderr: `neighbor 192.0.2.9: no object that speaks on this node defines it [cli/unknown-neighbor]
  is not for this node: its nodeSelector asks for rack=r2, the node has no such label  FRRConfiguration frr-system/lb  spec.bgp.routers[0].neighbors[0] (DIR/lb.yaml:10:19)
help: there are 192.0.2.2
`,
  })
})

test('a service of MetalLB that is not announced from this node, and why', async () => {
  const items = [
    metallb('BGPPeer', 'tor', { myASN: 64_512, peerASN: 64_513, peerAddress: '192.0.2.9' }),
    metallb('IPAddressPool', 'pool', { addresses: ['198.51.100.0/24'] }),
    metallb('BGPAdvertisement', 'all', {}),
    service('web', { ips: ['198.51.100.7'], local: true }),
    slice('web', ['worker-2']),
  ]
  await here.write('metallb.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items }))
  const said = `not announced from this node
  198.51.100.7/32 of Service default/web: it has no endpoint on this node, and its externalTrafficPolicy is Local
    Service default/web  status.loadBalancer.ingress[0].ip `
  expect((await explain('prefix', '198.51.100.7/32')).stdout).toContain(said)
  expect((await explain('prefix', '198.51.100.0/24')).stdout).toContain(said)
  expect((await explain('prefix', '198.51.101.0/24')).stdout).not.toContain('not announced from this node')
})
