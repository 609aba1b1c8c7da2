import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { daemonsWithSocket, maxCommandBytes, socketPath, takesPipelines } from './daemons.ts'

test.each([
  { case: 'the machine’s own', places: {}, path: '/run/frr/bgpd.vty' },
  { case: 'in a pathspace', places: { pathspace: 'red' }, path: '/run/frr/red/bgpd.vty' },
  { case: 'elsewhere', places: { vtyDir: '/var/run/x' }, path: '/var/run/x/bgpd.vty' },
])('the socket of a daemon: $case', ({ places, path }) => {
  expect(socketPath('bgpd', places)).toBe(path)
})

test('the daemons that have a socket', async () => {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-vty-'))
  for (const name of ['zebra.vty', 'bgpd.vty', 'ospfd.vty', 'bgpd.pid', 'zserv.api'])
    await writeFile(join(vtyDir, name), '')
  expect(await daemonsWithSocket({ vtyDir })).toEqual(['zebra', 'bgpd'])
  await rm(vtyDir, { recursive: true })
  expect(await daemonsWithSocket({ vtyDir })).toEqual([])
})

test.each([
  { version: '8.4.4', bytes: 4094 },
  { version: '10.3', bytes: 4094 },
  { version: '10.7.1', bytes: 8190 },
  { version: '11.0-dev', bytes: 8190 },
  { version: '', bytes: 4094 },
])('a command of FRR $version has at most $bytes bytes', ({ version, bytes }) => {
  expect(maxCommandBytes(version)).toBe(bytes)
})

test('mgmtd alone takes one command at a time', () => {
  expect((['mgmtd', 'zebra', 'bgpd', 'bfdd', 'staticd'] as const).filter(takesPipelines)).toEqual([
    'zebra',
    'bgpd',
    'bfdd',
    'staticd',
  ])
})
