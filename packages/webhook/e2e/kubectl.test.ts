import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Cluster, frrConfiguration, namespace, startCluster } from './start-cluster.ts'

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
}, 30_000)
afterAll(() => cluster.close())
afterEach(() => {
  for (const { metadata } of cluster.server.list('FRRConfiguration')) {
    const { name = '', namespace: of = '' } = metadata
    cluster.server.remove({ kind: 'FRRConfiguration', namespace: of, name })
  }
})

const profile = (name: string) => ({
  asn: 64_512,
  neighbor: { bfdProfile: name },
  bgp: {
    bfdProfiles: [{ name }],
    routers: [{ asn: 64_512, neighbors: [{ address: '192.0.2.1', asn: 64_513, bfdProfile: name }] }],
  },
})

describe('kubectl create, of what means nothing on its own', () => {
  beforeAll(async () => {
    await cluster.start()
  }, 30_000)

  const localPref = { allowed: { prefixes: [] }, withLocalPref: [{ localPref: 100, prefixes: ['192.0.2.0/24'] }] }
  test.each([
    { case: 'a selector value that is none', spec: { on: '@' }, says: 'invalid NodeSelector' },
    {
      case: 'a prefix that is none',
      spec: { bgp: { routers: [{ asn: 64_512, prefixes: ['192.a.b.10'] }] } },
      says: 'unknown ipfamily',
    },
    {
      case: 'an address that is none',
      spec: { neighbor: { address: '192.a.b.10' } },
      says: 'failed to find ipfamily for',
    },
    {
      case: 'an IPv6 next hop over IPv4',
      spec: { neighbor: { toAdvertise: { nextHop: { ipv6: '2001:db8::1' } } } },
      says: 'without an ipv6 address family',
    },
    {
      case: 'an IPv4 next hop over IPv6',
      spec: { neighbor: { address: '2001:db8::2', toAdvertise: { nextHop: { ipv4: '192.0.2.9' } } } },
      says: 'without an ipv4 address family',
    },
    {
      case: 'a local preference for what is not advertised',
      spec: { neighbor: { toAdvertise: localPref } },
      says: 'associated to non existing prefix',
    },
    { case: 'no AS', spec: { neighbor: { asn: undefined } }, says: 'has no ASN or DynamicASN specified' },
    {
      case: 'two kinds of AS',
      spec: { neighbor: { dynamicASN: 'internal' } },
      says: 'has both ASN and DynamicASN specified',
    },
    { case: 'nobody', spec: { neighbor: { address: undefined } }, says: 'has no address and no interface' },
    {
      case: 'two neighbors in one',
      spec: { neighbor: { interface: 'eth0' } },
      says: 'has both Address and Interface specified',
    },
  ])('$case: $says', async ({ spec, says }) => {
    expect(await cluster.kubectl('create', frrConfiguration('edge', spec))).toContain(says)
    expect(cluster.server.list('FRRConfiguration')).toEqual([])
  })

  test.each([
    { case: 'the AS', first: {}, second: { asn: 64_514 }, says: 'different asns' },
    {
      case: 'the BFD profile of a neighbor',
      first: profile('fast'),
      second: profile('slow'),
      says: 'multiple bfd profiles specified for',
    },
  ])('two objects contradict each other in $case, on the nodes that both select', async ({ first, second, says }) => {
    const ask = (verb: string, spec: object) =>
      cluster.kubectl(verb, frrConfiguration('second', { ...second, ...spec }))
    await cluster.kubectl('create', frrConfiguration('first', { ...first, on: 'node-0' }))
    expect(await ask('create', { on: 'node-0' })).toContain(says)
    expect(await ask('create', { on: 'node-1' })).toBe('frrconfiguration.frrk8s.metallb.io/second created\n')
    expect(await ask('replace', { on: 'node-0' })).toContain(says)
    expect(await ask('create', { on: 'node-0', in: 'default' })).toBe(
      `frrconfiguration.frrk8s.metallb.io/second created\nWarning: the daemons ignore this object: they read those of namespace ${namespace}\n`,
    )
  })

  test('a Secret that is not there is none of the webhook’s business', async () => {
    const neighbor = { passwordSecret: { name: 'nonexisting' } }
    expect(await cluster.kubectl('create', frrConfiguration('edge', { neighbor }))).toBe(
      'frrconfiguration.frrk8s.metallb.io/edge created\n',
    )
    expect(cluster.server.requests({ resource: 'secrets' }).some(({ name }) => name === 'nonexisting')).toBe(false)
  })

  test('what kubectl prints', async () => {
    await cluster.kubectl('create', frrConfiguration('first'))
    expect(await cluster.kubectl('create', frrConfiguration('second', { asn: 64_514 }))).toBe(
      `Error from server (Forbidden): error when creating "STDIN": \
admission webhook "frrconfigurationsvalidationwebhook.metallb.io" denied the request: \
router: asn: objects ask for different values [merge/conflict]
  64512  FRRConfiguration frr-k8s-system/first   spec.bgp.routers[0].asn
  64514  FRRConfiguration frr-k8s-system/second  spec.bgp.routers[0].asn
help: set asn to the same value in all of these objects: a VRF has one BGP instance, and that one AS
resource is invalid for node node-0, node-1: different asns specified for same vrf
`,
    )
  })
})

test('with all namespaces, an object of another one is denied for what it contradicts', async () => {
  await cluster.start({ allNamespaces: true })
  await cluster.kubectl('create', frrConfiguration('first'))
  expect(await cluster.kubectl('create', frrConfiguration('first', { asn: 64_514, in: 'default' }))).toContain(
    'different asns',
  )
})
