import { connect } from 'node:net'
import { frrVersions, requireLab } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exchange } from '../src/exchange.ts'
import { configure, runningConfig, socketPath, VtyConnection } from '../src/index.ts'
import { type Daemons, fakeTarget, realTarget } from './target.ts'

const installs = (await requireLab()) ? await frrVersions() : []
const targets = [fakeTarget, ...installs.map(realTarget)].filter(({ daemons }) => daemons.includes('mgmtd'))
const routes = Array.from({ length: 60 }, (_, i) => `ip route 10.${i}.0.0/16 blackhole`)

describe.each(targets)('mgmtd: $name', { timeout: 60_000 }, (target) => {
  let daemons: Daemons
  let mgmtd: VtyConnection
  beforeAll(async () => {
    daemons = await target.start()
    mgmtd = new VtyConnection({ daemon: 'mgmtd', ...daemons.places })
  })
  afterAll(async () => {
    mgmtd?.close()
    await daemons?.stop()
  })

  test('lines of configuration are taken, with and without a batch', async () => {
    expect(await configure(mgmtd, routes)).toEqual({ answered: 60, refusals: [], remarks: [] })
    const running = await runningConfig(mgmtd)
    expect(running.ok && running.value.match(/^ip route /gm)).toHaveLength(60)
    const back = routes.map((route) => `no ${route}`)
    expect(await configure(mgmtd, back, { batch: true })).toEqual({ answered: 60, refusals: [], remarks: [] })
    expect(await runningConfig(mgmtd)).toMatchObject({ ok: true, value: expect.not.stringContaining('ip route') })
  })

  // The day this fails, `takesPipelines` may say yes for that version.
  test('several at once hang, which is why they are sent one after the other', async () => {
    const socket = connect(socketPath('mgmtd', daemons.places))
    const options = { within: 500, signal: undefined }
    const enter = await exchange(socket, ['enable', 'configure terminal'], { ...options, pipelined: false })
    expect(enter.answers).toHaveLength(2)
    const { answers, broken } = await exchange(socket, routes, { ...options, pipelined: true })
    expect(answers.length).toBeLessThan(routes.length)
    expect(broken).toEqual({ reason: 'late', words: 'no answer within 500 ms' })

    const refused = await configure(mgmtd, ['foo', 'ip route 10.99.0.0/16 blackhole'])
    expect(refused).toEqual({
      answered: 2,
      refusals: [{ daemon: 'mgmtd', index: 0, line: 'foo', status: 2, words: '% [MGMTD] Unknown command: foo' }],
      remarks: [],
    })
  })
})
