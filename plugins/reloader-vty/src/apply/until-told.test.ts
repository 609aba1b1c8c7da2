import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VtyConnection } from '@frrkit/vty'
import { type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { splitsGroups, untilSent } from './until-sent.ts'
import { takesRoutesAway, untilTold } from './until-told.ts'

const ofRoutes = ['network 10.0.0.0/24', 'redistribute connected', 'import vrf red', 'router bgp 65001 vrf red']
const lines: Readonly<Record<string, readonly string[]>> = {
  'takes routes away': [...ofRoutes, 'ip route 10.0.0.0/24 192.0.2.1', 'neighbor 192.0.2.1'].map(
    (line) => `no ${line}`,
  ),
  'splits groups': ['route-map other out', 'prefix-list p out', 'next-hop-self', 'addpath-tx-all-paths'].flatMap(
    (setting) => [`neighbor 192.0.2.1 ${setting}`, `no neighbor 192.0.2.1 ${setting}`],
  ),
  'does neither': [
    ...ofRoutes,
    'no ip prefix-list out seq 1 permit 10.0.0.0/24',
    ...['remote-as 65002', 'route-map other in', 'bfd'].map((setting) => `no neighbor 192.0.2.1 ${setting}`),
  ],
}

test.each(Object.entries(lines).flatMap(([does, all]) => all.map((line) => ({ does, line }))))(
  '$line $does',
  ({ does, line }) => {
    const step = ['router bgp 65001', line, 'exit']
    expect(takesRoutesAway(step)).toBe(does === 'takes routes away')
    expect(splitsGroups(step)).toBe(does === 'splits groups')
  },
)

const queues = (items: number) => `
P    Items  Hold    Total    Total    Best  Gran.    Total   Avg. Name
         0    50        0        0       0      1        0      0 label callbacks
${String(items).padStart(10)}    50       25        0       1      1       36      1 process_queue (null)
`

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

  const untilIt = (within = 60_000) =>
    untilSent(connection, { inSession: undefined, within, signal: new AbortController().signal })

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

  describe('what is in line for them', () => {
    const groups = 'show bgp vrf all ipv4 unicast update-groups | include list: not empty'
    beforeEach(() => bgpd.answer('show work-queues', queues(0)))
    const askedForGroups = () => bgpd.commands.filter((command) => command === groups).length
    test('at once where nothing is', async () => {
      expect(await untilIt()).toBeUndefined()
      expect(askedForGroups()).toBe(1)
    })

    test.each([
      { command: 'show work-queues', busy: queues(12), idle: queues(0) },
      { command: groups, busy: '    Advertise list: not empty\n', idle: '' },
    ])('before it goes on: $command', async ({ command, busy, idle }) => {
      bgpd.answer(command, busy)
      const sent = untilIt()
      await expect.poll(askedForGroups).toBeGreaterThan(1)
      bgpd.answer(command, idle)
      const before = askedForGroups()
      expect(await sent).toBeUndefined()
      expect(askedForGroups()).toBeLessThan(before + 3)
    })

    test('for as long as a line may take, and no longer', async () => {
      bgpd.answer(groups, '    Advertise list: not empty\n')
      expect(await untilIt(0)).toBeUndefined()
      expect(askedForGroups()).toBe(1)
    })
  })
})
