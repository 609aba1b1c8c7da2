import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VtyConnection } from '@frrkit/vty'
import { type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { takesRoutesAway, untilTold } from './until-told.ts'

test.each([
  { line: 'no network 10.0.0.0/24', takes: true },
  { line: 'no redistribute connected', takes: true },
  { line: 'no import vrf red', takes: true },
  { line: 'no router bgp 65001 vrf red', takes: true },
  { line: 'no ip route 10.0.0.0/24 192.0.2.1', takes: true },
  { line: 'no neighbor 192.0.2.1', takes: true },
  { line: 'no neighbor 192.0.2.1 bfd', takes: false },
  { line: 'network 10.0.0.0/24', takes: false },
  { line: 'no ip prefix-list out seq 1 permit 10.0.0.0/24', takes: false },
])('$line takes routes away: $takes', ({ line, takes }) => {
  expect(takesRoutesAway(['router bgp 65001', line, 'exit'])).toBe(takes)
})

describe('peers are told', () => {
  const question = 'show bgp vrf all ipv6 unicast update-groups | include Running'
  const running = '    Coalesce Time: 1050(Running)\n'
  let vtyDir = ''
  let bgpd: FakeDaemon
  let connection: VtyConnection
  beforeEach(async () => {
    vtyDir = await mkdtemp(join(tmpdir(), 'until-told-'))
    bgpd = await startFakeDaemon({ daemon: 'bgpd', vtyDir, version: '8.4.4' })
    connection = new VtyConnection({ daemon: 'bgpd', vtyDir })
    bgpd.answer(question, running)
  })
  afterEach(async () => {
    connection.close()
    await bgpd.stop()
    await rm(vtyDir, { recursive: true })
  })
  const asked = () => bgpd.commands.filter((command) => command === question).length
  const until = (within: number) =>
    untilTold(connection, { inSession: undefined, within, signal: new AbortController().signal })

  test('before it goes on', async () => {
    const told = until(60_000)
    await expect.poll(asked).toBeGreaterThan(1)
    bgpd.answer(question, '')
    expect(await told).toBeUndefined()
  })

  test('for as long as a line may take, and no longer', async () => {
    expect(await until(0)).toBeUndefined()
    expect(asked()).toBeGreaterThan(0)
  })

  test('unless bgpd ends meanwhile', async () => {
    const told = until(60_000)
    await expect.poll(asked).toBeGreaterThan(1)
    await bgpd.kill()
    expect(await told).toMatchObject({ daemon: 'bgpd', reason: expect.stringMatching(/^(?:absent|lost)$/) })
  })
})
