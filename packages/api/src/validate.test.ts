import { expect, test } from 'vitest'
import { validateFrrConfiguration } from './validate.ts'

const neighbor = (fields: object) => ({ spec: { bgp: { routers: [{ asn: 64512, neighbors: [fields] }] } } })
const issues = (body: unknown) => {
  const result = validateFrrConfiguration(body, { unknownFields: 'refuse' })
  return result.ok ? [] : result.issues.map(({ path, expected, got }) => `${path}: ${expected}; ${got}`)
}

test('defaults are those of the CRD', () => {
  const result = validateFrrConfiguration(neighbor({ toAdvertise: { allowed: {} } }), { unknownFields: 'refuse' })
  expect(result.ok && result.value.spec?.bgp?.routers?.[0]?.neighbors?.[0]).toEqual({
    toAdvertise: { allowed: { mode: 'filtered' } },
    disableMP: false,
    dualStackAddressFamily: false,
    addressFamilies: ['unicast'],
  })
})

test('the value handed in is not changed', () => {
  const body = neighbor({ password: null })
  validateFrrConfiguration(body, { unknownFields: 'prune' })
  expect(body).toEqual(neighbor({ password: null }))
})

test('metadata and status are not looked into', () => {
  expect(
    issues({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { labels: { a: 'b' } },
      status: { x: 1 },
    }),
  ).toEqual([])
})

test('null means absent', () => {
  expect(issues({ spec: { raw: null, nodeSelector: null } })).toEqual([])
})

const at = 'spec.bgp.routers[0].neighbors[0]'
test.each([
  { case: 'a misspelt field', body: neighbor({ adress: '192.0.2.1' }), says: [`${at}.adress: address; adress`] },
  {
    case: 'another capitalisation',
    body: neighbor({ sourceAddress: 'x' }),
    says: [`${at}.sourceAddress: sourceaddress; sourceAddress`],
  },
  {
    case: 'the field of old documents',
    body: { spec: { nodeSelector: { labelSelector: {} } } },
    says: ['spec.nodeSelector.labelSelector: matchLabels; labelSelector'],
  },
  { case: 'nothing near', body: { spec: { ospf: {} } }, says: ['spec.ospf: ; ospf'] },
  { case: 'a text for a number', body: neighbor({ asn: '64512' }), says: [`${at}.asn: an integer; "64512"`] },
  {
    case: 'a number for a password stays hidden',
    body: neighbor({ password: 12345 }),
    says: [`${at}.password: a string; (hidden)`],
  },
  {
    case: 'an AS number of 33 bits',
    body: neighbor({ asn: 4294967296 }),
    says: [`${at}.asn: an integer from 0 to 4294967295; 4294967296`],
  },
  {
    case: 'a mode that is none',
    body: neighbor({ toReceive: { allowed: { mode: 'some' } } }),
    says: [`${at}.toReceive.allowed.mode: one of all, filtered; "some"`],
  },
  {
    case: 'a missing AS number',
    body: { spec: { bgp: { routers: [{}] } } },
    says: ['spec.bgp.routers[0].asn: this field; nothing'],
  },
  {
    case: 'a next hop of another family',
    body: neighbor({ toAdvertise: { nextHop: { ipv4: '2001:db8::1' } } }),
    says: [`${at}.toAdvertise.nextHop.ipv4: an IPv4 address; "2001:db8::1"`],
  },
  {
    case: 'a next hop of many digits, in a moment',
    body: neighbor({ toAdvertise: { nextHop: { ipv6: `::${'1'.repeat(100_000)}` } } }),
    says: [`${at}.toAdvertise.nextHop.ipv6: an IPv6 address; a string of 100004 characters`],
  },
  {
    case: 'a selector that is no prefix',
    body: neighbor({ toReceive: { allowed: { prefixes: [{ prefix: '10.0.0.0' }] } } }),
    says: [`${at}.toReceive.allowed.prefixes[0].prefix: a prefix such as 192.0.2.0/24 or 2001:db8::/64; "10.0.0.0"`],
  },
  {
    case: 'an object for a list',
    body: { spec: { bgp: { routers: {} } } },
    says: ['spec.bgp.routers: a list; an object'],
  },
  {
    case: 'three families',
    body: neighbor({ addressFamilies: ['evpn', 'evpn', 'evpn'] }),
    says: [`${at}.addressFamilies: at most 2 entries; 3 entries`],
  },
  {
    case: 'two mistakes at once',
    body: neighbor({ port: 99999, holdTime: 90 }),
    says: [`${at}.port: an integer from 0 to 16384; 99999`, `${at}.holdTime: a string; 90`],
  },
  {
    case: 'a connect time of fractions',
    body: neighbor({ connectTime: '1500ms' }),
    says: [`${at}.connectTime: connect time should contain a whole number of seconds; "1500ms"`],
  },
  {
    case: 'a connect time of zero',
    body: neighbor({ connectTime: '0s' }),
    says: [`${at}.connectTime: connect time should be between 1 seconds to 65535; "0s"`],
  },
  {
    case: 'a connect time that is no duration',
    body: neighbor({ connectTime: 'soon' }),
    says: [
      `${at}.connectTime: connect time should be between 1 seconds to 65535; "soon"`,
      `${at}.connectTime: connect time should contain a whole number of seconds; "soon"`,
    ],
  },
  {
    case: 'a connect time of many digits, in a moment',
    body: neighbor({ connectTime: '1'.repeat(50_000) }),
    says: [
      `${at}.connectTime: connect time should be between 1 seconds to 65535; a string of 50002 characters`,
      `${at}.connectTime: connect time should contain a whole number of seconds; a string of 50002 characters`,
    ],
  },
  { case: 'not an object at all', body: 'frr', says: [': an object; "frr"'] },
])('$case is refused', ({ body, says }) => {
  expect(issues(body)).toEqual(says)
})

test.each([
  { connectTime: '90s', ok: true },
  { connectTime: '+1m30s', ok: true },
  { connectTime: '.5s1500ms', ok: true },
  { connectTime: '5000000\u00b5s', ok: true },
  { connectTime: '5000000\u03bcs', ok: true },
  { connectTime: '-90s', ok: false },
  { connectTime: '90', ok: false },
  { connectTime: '90ss', ok: false },
  { connectTime: '90s ', ok: false },
])('connect time $connectTime: $ok', ({ connectTime, ok }) => {
  expect(validateFrrConfiguration(neighbor({ connectTime }), { unknownFields: 'refuse' }).ok).toBe(ok)
})

test.each([
  { rd: '64512:100', ok: true },
  { rd: '192.0.2.1:100', ok: true },
  { rd: '192.0.2.1:70000', ok: false },
  { rd: '70000:70000', ok: false },
  { rd: '64512', ok: false },
  { rd: '*:100', ok: false },
  { rd: '99999999999999999999:1', ok: false },
])('route distinguisher $rd: $ok', ({ rd, ok }) => {
  const body = { spec: { bgp: { routers: [{ asn: 1, evpn: { l2vnis: [{ vni: 1, rd }] } }] } } }
  expect(validateFrrConfiguration(body, { unknownFields: 'refuse' }).ok).toBe(ok)
})

test('a pruned field is told, and gone', () => {
  const result = validateFrrConfiguration({ spec: { ospf: {} } }, { unknownFields: 'prune' })
  expect(result).toEqual({
    ok: true,
    value: { spec: {} },
    pruned: [{ kind: 'unknown-field', path: 'spec.ospf', expected: '', got: 'ospf' }],
  })
})

test.each([
  { ipv6: '2001:db8::1', ok: true },
  { ipv6: '::ffff:192.0.2.1', ok: true },
  { ipv6: '::ffff:0192.0.2.1', ok: true },
  { ipv6: '1:2:3:4:5:6:192.0.2.1', ok: true },
  { ipv6: '::192.0.2.1.1', ok: false },
  { ipv6: '::19200.0.2.1', ok: false },
  { ipv6: '::192.0.2', ok: false },
  { ipv6: '::1192.0.2.1', ok: false },
  { ipv6: '::a192.0.2.1', ok: false },
  { ipv6: '192.0.2.1::', ok: false },
  { ipv6: '1:2:3:4:5:6:7:8:9', ok: false },
  { ipv6: 'fe80::1%eth0', ok: false },
])('next hop $ipv6: $ok', ({ ipv6, ok }) => {
  const body = neighbor({ toAdvertise: { nextHop: { ipv6 } } })
  expect(validateFrrConfiguration(body, { unknownFields: 'refuse' }).ok).toBe(ok)
})
