import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { VtyConnection } from '@frrkit/vty'
import { type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { configureMgmtd } from './configure-mgmtd.ts'

let vtyDir = ''
let mgmtd: FakeDaemon
let connection: VtyConnection

beforeEach(async () => {
  vtyDir = await mkdtemp(join(tmpdir(), 'configure-mgmtd-'))
  mgmtd = await startFakeDaemon({ daemon: 'mgmtd', vtyDir })
  connection = new VtyConnection({ daemon: 'mgmtd', vtyDir })
})
afterEach(async () => {
  connection.close()
  await mgmtd.stop()
  await rm(vtyDir, { recursive: true })
})

const lines = ['ip route 10.0.0.0/24 192.0.2.1', 'ip route 10.0.1.0/24 192.0.2.1']
const told = () => mgmtd.commands.filter((command) => command.startsWith('ip route ') || command.startsWith('XFRR_end'))

test('what mgmtd keeps is said once', async () => {
  expect(await configureMgmtd(connection, lines, { batch: true })).toMatchObject({ answered: 2, refusals: [] })
  expect(told()).toEqual([...lines, 'XFRR_end_configuration'])
})

test('what mgmtd has forgotten is said again, as a batch, and not for ever', async () => {
  mgmtd.answer('show running-config', `${lines[1]}\n`)
  expect(await configureMgmtd(connection, lines, { batch: true })).toMatchObject({ refusals: [] })
  const again = Array.from({ length: 9 }, () => [lines[0], 'XFRR_end_configuration'])
  expect(told()).toEqual([...lines, 'XFRR_end_configuration', ...again.flat()])
})

test('what it forgets again and again comes in smaller parts', async () => {
  mgmtd.answer('show running-config', 'frr version 10.3\n')
  const many = Array.from({ length: 100 }, (_, i) => `ip route 10.0.${i}.0/24 192.0.2.1`)
  await configureMgmtd(connection, many, { batch: true })
  const parts = told()
    .join('\n')
    .split('XFRR_end_configuration')
    .map((part) => part.split('ip route').length - 1)
  const tens = Array.from({ length: 8 }, () => Array.from({ length: 10 }, () => 10)).flat()
  expect(parts).toEqual([100, 25, 25, 25, 25, ...tens, 0])
})

test('what mgmtd refuses is not said again', async () => {
  mgmtd.answer('XFRR_end_configuration', { status: 13, text: '% Configuration failed.\n' })
  expect(await configureMgmtd(connection, lines, { batch: true })).toMatchObject({
    refusals: [{ words: '% Configuration failed.' }],
  })
  expect(told()).toEqual([...lines, 'XFRR_end_configuration'])
})
