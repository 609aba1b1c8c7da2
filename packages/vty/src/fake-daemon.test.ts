import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { configure } from './configure.ts'
import { VtyConnection } from './connection.ts'
import { type FakeDaemon, startFakeDaemon } from './fake-daemon.ts'
import { runningConfig, show, showJson } from './show.ts'
import { bgpNeighbors } from './show-bgp.ts'

// What the fake does like FRR is tested with FRR, in e2e; here is what it can do besides.
const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-vty-'))
afterAll(() => rm(vtyDir, { recursive: true }))

let fake: FakeDaemon
let bgpd: VtyConnection
beforeEach(async () => {
  const shows = { 'show bgp vrf all neighbors json': '{"default":{"eth0":{"bgpState":"Idle"}}}' }
  fake = await startFakeDaemon({ daemon: 'bgpd', vtyDir, shows })
  bgpd = new VtyConnection({ daemon: 'bgpd', vtyDir, within: 5000 })
})
afterEach(async () => {
  bgpd.close()
  await fake.stop()
})

test('answers what it was told to', async () => {
  expect(await bgpNeighbors(bgpd)).toMatchObject({ ok: true, value: [{ neighbor: 'eth0', state: 'Idle' }] })
  expect(await show(bgpd, 'show version')).toEqual({ ok: true, value: 'FRRouting 10.3 (fake) on Linux(0).\n' })
  expect(await show(bgpd, 'show nothing')).toMatchObject({ error: { reason: 'refused', status: 2 } })
  expect(fake.commands).toEqual(['enable', 'show bgp vrf all neighbors json', 'show version', 'show nothing'])
})

test('keeps the lines that it accepted, without those that were taken back', async () => {
  await configure(bgpd, ['router bgp 65001', 'neighbor eth0 interface', 'exit', 'ip prefix-list a seq 5 permit any'])
  await configure(bgpd, ['no ip prefix-list a'])
  expect(fake.lines).toEqual(['router bgp 65001', 'neighbor eth0 interface'])
  expect(await runningConfig(bgpd)).toEqual({
    ok: true,
    value: 'frr version 10.3\n!\nrouter bgp 65001\nneighbor eth0 interface\n!\n',
  })
})

test.each([
  { case: 'late', reply: { text: 'at last', delay: 20 }, answer: { ok: true, value: { status: 0, text: 'at last' } } },
  {
    case: 'byte by byte',
    reply: { text: 'grüßt', pieces: 1 },
    answer: { ok: true, value: { status: 0, text: 'grüßt' } },
  },
  {
    case: 'refused',
    reply: { text: '% no\n', status: 13 },
    answer: { ok: true, value: { status: 13, text: '% no\n' } },
  },
  { case: 'never', reply: { fault: 'hang' as const }, answer: { ok: false, error: { reason: 'late' } } },
  { case: 'half', reply: { text: 'hal', fault: 'cut' as const }, answer: { ok: false, error: { reason: 'lost' } } },
])('an answer of a test’s own: $case', async ({ reply, answer }) => {
  fake.answer('x', reply)
  expect(await bgpd.ask('x', { within: 200 })).toMatchObject(answer)
  expect(await bgpd.ask('y')).toMatchObject({ ok: true, value: { status: 2 } })
  expect(fake.connections).toBe(1)
})

test('a daemon that lets nobody configure', async () => {
  fake.answer('configure terminal', { status: 1, text: '% VTY configuration is locked by other VTY\n' })
  expect(await configure(bgpd, ['router bgp 65001'])).toEqual({
    answered: 0,
    refusals: [],
    remarks: [],
    error: {
      daemon: 'bgpd',
      reason: 'refused',
      line: 'configure terminal',
      status: 1,
      words: '% VTY configuration is locked by other VTY',
    },
  })
  expect(fake.lines).toEqual([])
  expect(fake.commands).not.toContain('router bgp 65001')
})

test('a socket file without a daemon after a kill, none after a stop', async () => {
  await fake.kill()
  expect(existsSync(fake.socketPath)).toBe(true)
  expect(await bgpd.open()).toMatchObject({ error: { reason: 'absent' } })
  await fake.start()
  expect(await bgpd.open()).toEqual({ ok: true, value: 1 })
  await fake.stop()
  expect(existsSync(fake.socketPath)).toBe(false)
})

test('JSON that is none keeps its secrets', async () => {
  fake.answer('show x json', 'neighbor x password s3cret')
  expect(await showJson(bgpd, 'show x json')).toMatchObject({
    error: { words: 'not JSON: neighbor x password (hidden)' },
  })
})
