import { secret } from '@frrkit/model'
import { aNeighbor, anOrigin } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { neighborView } from './neighbor.ts'

const ours = 64_512

test.each([
  { case: 'IPv6, eBGP by number', neighbor: { address: '2001:db8::7', asn: 65_001 }, disabled: true },
  { case: 'IPv6, eBGP by kind', neighbor: { address: '2001:db8::7', asn: 'external' }, disabled: true },
  {
    case: 'IPv6, carrying both families',
    neighbor: { address: '2001:db8::7', families: ['ipv4', 'ipv6'] },
    disabled: true,
  },
  { case: 'IPv6, more than one hop away', neighbor: { address: '2001:db8::7', ebgpMultiHop: true }, disabled: false },
  { case: 'IPv6, iBGP by number', neighbor: { address: '2001:db8::7', asn: ours }, disabled: false },
  { case: 'IPv6, iBGP by kind', neighbor: { address: '2001:db8::7', asn: 'internal' }, disabled: false },
  { case: 'IPv4', neighbor: { address: '192.0.2.1' }, disabled: false },
  { case: 'IPv4, carrying both families', neighbor: { families: ['ipv4', 'ipv6'] }, disabled: false },
  { case: 'unnumbered', neighbor: { interface: 'eth0' }, disabled: false },
] as const)('the check for a connected address: $case', ({ neighbor, disabled }) => {
  expect(neighborView(ours, aNeighbor(neighbor)).disableConnectedCheck).toBe(disabled)
})

test('numbers that Mustache would take for absent travel inside an object', () => {
  const neighbor = aNeighbor({ port: 0, timers: { keepaliveTime: 0, holdTime: 0 } })
  expect(neighborView(ours, neighbor)).toMatchObject({
    port: { value: 0 },
    timers: { keepaliveTime: 0, holdTime: 0 },
    connectTime: undefined,
  })
})

test('a line names who set its fields', () => {
  const fieldOrigins = Object.fromEntries(
    ['holdTime', 'keepaliveTime', 'password'].map((field) => [field, [anOrigin(field)]]),
  )
  const timers = { keepaliveTime: 30, holdTime: 90 }
  const view = neighborView(ours, aNeighbor({ timers, password: secret('x'), fieldOrigins }))
  expect(view.timers?.origins).toEqual([anOrigin('keepaliveTime'), anOrigin('holdTime')])
  expect(view.password).toEqual({ value: 'x', origins: [anOrigin('password')] })
})
