import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FakeDaemon, startFakeDaemon } from '@frrkit/vty/fake'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readRunning } from './running.ts'

let vtyDir = ''
let zebra: FakeDaemon
let bgpd: FakeDaemon
beforeEach(async () => {
  vtyDir = await mkdtemp(join(tmpdir(), 'against-running-'))
  const shows = { 'show running-config': 'frr version 10.3\nhostname a\n' }
  zebra = await startFakeDaemon({ daemon: 'zebra', vtyDir, shows })
  bgpd = await startFakeDaemon({ daemon: 'bgpd', vtyDir })
})
afterEach(async () => {
  await Promise.all([zebra.stop(), bgpd.stop()])
  await rm(vtyDir, { recursive: true })
})

const settings = { facts: {}, policy: 'keep', plugins: [], cluster: {}, base: '' } as const
const running = (places: object = {}) => readRunning(settings, { vtyDir, ...places })

test('a daemon that has ended runs nothing, and that is said: all that is wanted of it would pass for new', async () => {
  await bgpd.kill()
  const answer = await running()
  expect(answer).toMatchObject({ ok: true, value: { text: expect.stringContaining('hostname a') } })
  expect(answer.ok && answer.value.warnings).toMatchObject([
    {
      severity: 'warning',
      subject: 'bgpd',
      reason: `nobody listens on ${bgpd.socketPath}: the daemon has ended`,
      help: 'start the daemon; until then it runs nothing, and all that is wanted of it counts as new',
    },
  ])
})

test('what a daemon runs that is there and does not answer is not known, whatever the others say', async () => {
  bgpd.answer('show running-config', { fault: 'cut' })
  expect(await running()).toMatchObject({
    ok: false,
    problems: [{ severity: 'error', reason: expect.stringMatching(/^bgpd: .*the daemon closed the connection/) }],
  })
})

test('a folder that cannot be read is a problem, and no fault of ours', async () => {
  await writeFile(join(vtyDir, 'file'), '')
  expect(await running({ pathspace: 'file' })).toMatchObject({
    ok: false,
    problems: [{ code: 'cli/running', reason: expect.stringContaining('not a directory') }],
  })
})
