import type { FrrConfigurationSpec, NeighborSpec, RouterSpec } from '@frrkit/api'
import { aDocument, aSourceObject } from '@frrkit/testing'
import { describe, expect, test } from 'vitest'
import { judge, type Scope, type Write } from './judge.ts'

const namespace = 'frr-system'
const scope: Scope = { namespace, allNamespaces: false }
const nodes = ['n0', 'n1', 'n2', 'n3', 'n4'].map((name) => ({ name, labels: { host: name } }))

const on = (host: string, spec: FrrConfigurationSpec): FrrConfigurationSpec => ({
  ...spec,
  nodeSelector: { matchLabels: { host } },
})
const router = (more: Partial<RouterSpec> = {}): FrrConfigurationSpec => ({
  bgp: { routers: [{ asn: 64_512, ...more }] },
})
const neighbor = (more: Partial<NeighborSpec> = {}) =>
  router({ neighbors: [{ address: '192.0.2.1', asn: 64_513, ...more }] })

const stored = (name: string, spec: FrrConfigurationSpec, of = namespace) => aDocument(spec, { name, namespace: of })
const written = (spec: unknown, of = namespace, name = 'new') => aSourceObject(spec, { name, namespace: of })
const judged = (write: Write, documents: readonly ReturnType<typeof stored>[] = [], where = scope) =>
  judge(write, { documents, nodes }, where)
const lastLine = (text: string | undefined) => text?.split('\n').at(-1)

const session = (address: string, enableGracefulRestart: boolean) => ({
  address,
  asn: 64_513,
  enableGracefulRestart,
})

describe('denied', () => {
  test.each<{ case: string; spec: unknown; with: readonly ReturnType<typeof stored>[]; says: string }>([
    {
      case: 'for another AS',
      spec: router({ asn: 64_514 }),
      with: [stored('old', on('n1', router()))],
      says: 'resource is invalid for node n1: different asns specified for same vrf',
    },
    {
      case: 'on many nodes',
      spec: router({ asn: 64_514 }),
      with: [stored('old', router())],
      says: 'resource is invalid for node n0, n1, n2 and 2 more: different asns specified for same vrf',
    },
    {
      case: 'for a password here and a Secret there, which nobody reads',
      spec: neighbor({ password: 's3cret' }),
      with: [stored('old', neighbor({ passwordSecret: { name: 'tor' } }))],
      says: 'resource is invalid for node n0, n1, n2 and 2 more: multiple passwords specified for 192.0.2.1',
    },
    {
      case: 'for a Secret here and nothing there',
      spec: neighbor({ passwordSecret: { name: 'tor' } }),
      with: [stored('old', neighbor())],
      says: 'resource is invalid for node n0, n1, n2 and 2 more: multiple passwords specified for 192.0.2.1',
    },
    {
      case: 'for password and Secret in one neighbor, though no node is meant',
      spec: on('nowhere', neighbor({ password: 's3cret', passwordSecret: { name: 'tor' } })),
      with: [],
      says: 'resource is invalid: specifies both cleartext password and secret ref',
    },
    {
      case: 'for a selector that means nothing',
      spec: on('@', router()),
      with: [],
      says: 'resource contains an invalid NodeSelector',
    },
    {
      case: 'for what no API server would take',
      spec: { bgp: { routers: [{ asn: 'x' }] } },
      with: [],
      says: 'resource is invalid',
    },
    {
      case: 'for VNIs without an EVPN neighbor on one of its nodes',
      spec: router({ evpn: { advertiseVNIs: 'All' } }),
      with: [stored('tor', on('n1', neighbor({ addressFamilies: ['evpn'] })))],
      says: 'resource is invalid for node n0, n2, n3 and 1 more: require at least one neighbor with evpn address family',
    },
  ])('$case', ({ spec, with: documents, says }) => {
    const { denial } = judged({ object: written(spec) }, documents)
    expect(lastLine(denial)).toBe(says)
    expect(denial).not.toContain('s3cret')
  })

  test('an update that takes away what another object needs', () => {
    const before = written(neighbor({ addressFamilies: ['evpn'] }))
    const vnis = stored('vnis', router({ evpn: { advertiseVNIs: 'All' } }))
    expect(lastLine(judged({ object: written(neighbor()), before }, [vnis]).denial)).toBe(
      'resource is invalid for node n0, n1, n2 and 2 more: require at least one neighbor with evpn address family',
    )
  })

  test('an object that contradicts hundreds, in a message that can be read', () => {
    const hundreds = Array.from({ length: 300 }, (_, i) => stored(`old-${i}`, neighbor({ port: 1000 })))
    const { denial = '' } = judged({ object: written(neighbor({ port: 2000 })) }, hundreds)
    expect(denial.length).toBeLessThan(4_000)
    expect(lastLine(denial)).toBe(
      'resource is invalid for node n0, n1, n2 and 2 more: multiple ports specified for 192.0.2.1',
    )
  })
})

describe('allowed', () => {
  test.each<{ case: string; spec: unknown; with: readonly ReturnType<typeof stored>[]; warnings?: readonly string[] }>([
    {
      case: 'on nodes where the other one is not',
      spec: on('n0', router({ asn: 1 })),
      with: [stored('old', on('n1', router()))],
    },
    { case: 'the newer version of itself', spec: router({ asn: 64_514 }), with: [stored('new', router())] },
    {
      case: 'beside what other namespaces have',
      spec: router({ asn: 64_514 }),
      with: [],
    },
    {
      case: 'with a Secret that nobody has seen',
      spec: neighbor({ passwordSecret: { name: 'missing' } }),
      with: [],
    },
    {
      case: 'with another Secret than another object names',
      spec: neighbor({ passwordSecret: { name: 'one' } }),
      with: [stored('old', neighbor({ passwordSecret: { name: 'two' } }))],
    },
    {
      case: 'VNIs with an EVPN neighbor in another object',
      spec: router({ evpn: { advertiseVNIs: 'All' } }),
      with: [stored('tor', neighbor({ addressFamilies: ['evpn'] }))],
    },
    {
      case: 'VNIs that no node has yet',
      spec: on('nowhere', router({ evpn: { advertiseVNIs: 'All' } })),
      with: [],
    },
    {
      case: 'though others contradict each other',
      spec: neighbor(),
      with: [stored('a', router({ vrf: 'red' })), stored('b', router({ vrf: 'red', asn: 1 }))],
    },
    {
      case: 'disableMP',
      spec: neighbor({ disableMP: true }),
      with: [],
      warnings: ['disableMP is deprecated, is ignored and will be removed in a future release'],
    },
  ])('$case', ({ spec, with: documents, warnings = [] }) => {
    expect(judged({ object: written(spec) }, documents)).toEqual({ warnings })
  })

  test('graceful restart that changes is said once, and of the same session only', () => {
    const before = written(router({ neighbors: [session('192.0.2.1', false), session('192.0.2.2', true)] }))
    const changed = written(router({ neighbors: [session('192.0.2.1', true), session('192.0.2.2', true)] }))
    expect(judged({ object: changed, before }).warnings).toEqual([
      'Graceful restart configuration changed, it will be available on the next restart',
    ])
    expect(judged({ object: before, before }).warnings).toEqual([])
  })
})

describe('an object of another namespace', () => {
  const ignored = 'the daemons ignore this object: they read those of namespace frr-system'
  test('is looked at alone, and ignored', () => {
    const object = written(router({ asn: 64_514 }), 'default')
    expect(judged({ object }, [stored('old', router())])).toEqual({ warnings: [ignored] })
  })
  test('is denied for what is wrong with it alone', () => {
    const { denial, warnings } = judged({ object: written(neighbor({ address: 'x' }), 'default') })
    expect([lastLine(denial), warnings]).toEqual(['resource is invalid: failed to find ipfamily for x', [ignored]])
  })
  test('decides, with the bearer of its name in the daemons’ namespace, where all namespaces do', () => {
    const object = written(router({ asn: 64_514 }), 'default', 'old')
    const { denial } = judged({ object }, [stored('old', router())], { ...scope, allNamespaces: true })
    expect(lastLine(denial)).toBe(
      'resource is invalid for node n0, n1, n2 and 2 more: different asns specified for same vrf',
    )
  })
})

test('a mistake that was there before and stays, beside one that is made', () => {
  const stays = stored('a', router({ vrf: 'red', evpn: { advertiseVNIs: 'All' } }))
  const tor = stored('tor', neighbor({ addressFamilies: ['evpn'] }))
  const write = { object: written(router({ evpn: { advertiseVNIs: 'All' } })) }
  const { denial, warnings } = judged(write, [stays, tor])
  expect(denial).toBeUndefined()
  expect(warnings).toHaveLength(1)
  expect(warnings[0]).toMatch(/^not because of this object, nothing new is applied for node n0, n1, n2 and 2 more: /)
})
