import { connect } from 'node:net'

import { beforeEach, describe, expect, test } from 'vitest'
import { exchange } from '../src/exchange.ts'
import { configure, runningConfig, socketPath, type VtyConnection } from '../src/index.ts'
import { targets, useDaemons } from './suite.ts'

const withMgmtd = targets.filter(({ daemons }) => daemons.includes('mgmtd'))

const routes = Array.from({ length: 60 }, (_, i) => `ip route 10.${i}.0.0/16 blackhole`)

describe.each(withMgmtd)('mgmtd: $name', { timeout: 60_000 }, (target) => {
  const suite = useDaemons(target)
  let mgmtd: VtyConnection
  beforeEach(() => {
    mgmtd = suite.connect({ daemon: 'mgmtd' })
  })

  test('lines of configuration are taken, with and without a batch', async () => {
    expect(await configure(mgmtd, routes)).toEqual({ answered: 60, refusals: [], remarks: [] })
    const running = await runningConfig(mgmtd)
    expect(running.ok && running.value.match(/^ip route /gm)).toHaveLength(60)
    const back = routes.map((route) => `no ${route}`)
    expect(await configure(mgmtd, back, { batch: true })).toEqual({ answered: 60, refusals: [], remarks: [] })
    expect(await runningConfig(mgmtd)).toMatchObject({ ok: true, value: expect.not.stringContaining('ip route') })
  })

  test('a lock that another session has is waited for, but not forever', async () => {
    const other = suite.connect({ daemon: 'mgmtd' })
    await other.ask('configure terminal file-lock')
    const [route = ''] = routes
    expect(await configure(mgmtd, [route], { lockWithin: 50 })).toEqual({
      answered: 0,
      refusals: [],
      remarks: [],
      error: {
        daemon: 'mgmtd',
        reason: 'refused',
        line: route,
        // Before 10.7, and in it.
        status: expect.toBeOneOf([255, 13]),
        words: expect.toBeOneOf([
          '% command failed, could not lock candidate DS',
          '% could not lock candidate DS\n% Failed to apply configuration data.',
        ]),
      },
    })
    expect(await configure(mgmtd, [route], { lockWithin: 50, batch: true })).toEqual({
      answered: 0,
      refusals: [],
      remarks: [],
      error: {
        daemon: 'mgmtd',
        reason: 'refused',
        line: 'configure terminal file-lock',
        status: 13,
        words: "% Can't enter config; candidate datastore locked by another session",
      },
    })

    const patient = configure(mgmtd, [route, `no ${route}`], { lockWithin: 30_000 })
    // Two refusals later, for sure: then the lock goes.
    await configure(suite.connect({ daemon: 'mgmtd' }), [route], { lockWithin: 100 })
    other.close()
    expect(await patient).toEqual({ answered: 2, refusals: [], remarks: [] })
  })

  // The day this fails, `takesPipelines` may say yes for that version.
  test('several at once hang, which is why they are sent one after the other', async () => {
    const socket = connect(socketPath('mgmtd', suite.daemons.places))
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
