import { describe, expect, test } from 'vitest'
import { targets, unknown, useDaemons } from './suite.ts'

const closed = (line: string) => ({
  ok: false,
  error: { daemon: 'bgpd', reason: 'closed', line, words: 'the connection was closed by its owner' },
})

describe.each(targets)('waiting in vain: $name', { timeout: 60_000 }, (target) => {
  const suite = useDaemons(target)

  test('no such daemon', async () => {
    const nobody = suite.connect({ pathspace: 'nobody' })
    const error = {
      daemon: 'bgpd',
      reason: 'absent',
      line: 'show version',
      words: `there is no ${nobody.socketPath}: the daemon does not run`,
    }
    expect(await nobody.ask('show version')).toEqual({ ok: false, error })
    expect(await nobody.open()).toEqual({ ok: false, error: { ...error, line: '' } })
    expect(nobody.session).toBe(0)
  })

  test('a daemon that hangs is late, and what it says afterwards is no answer to anything else', async () => {
    const bgpd = await suite.connected({ within: 150 })
    suite.daemons.hang('bgpd')
    expect(await bgpd.ask('neighbor x password s3cret')).toEqual({
      ok: false,
      error: { daemon: 'bgpd', reason: 'late', line: 'neighbor x password (hidden)', words: 'no answer within 150 ms' },
    })
    expect(await bgpd.ask('y', { within: 50 })).toMatchObject({ error: { words: 'no answer within 50 ms' } })
    suite.daemons.resume('bgpd')
    expect(await bgpd.ask('z', { within: 5000 })).toEqual(unknown('z'))
    expect(suite.losses).toEqual([])
  })

  test('a daemon that hangs amid many commands: the answers until then are kept', async () => {
    const bgpd = await suite.connected({ within: 500 })
    const asking = bgpd.askAll(Array.from({ length: 300_000 }, (_, i) => `x${i}`))
    suite.daemons.hang('bgpd')
    const { answers, error } = await asking
    suite.daemons.resume('bgpd')
    expect(answers.length).toBeLessThan(300_000)
    expect(error).toMatchObject({ reason: 'late', line: `x${answers.length}` })
    expect(await bgpd.ask('z', { within: 20_000 })).toEqual(unknown('z'))
  })

  test('an abort ends the wait at once, and only that', async () => {
    const bgpd = await suite.connected()
    const { session } = bgpd
    suite.daemons.hang('bgpd')
    const [now, next] = [new AbortController(), new AbortController()]
    const asked = bgpd.ask('xa', { signal: now.signal })
    const waiting = bgpd.ask('xb', { signal: next.signal })
    const last = bgpd.ask('xc')
    next.abort(new Error('no longer wanted'))
    await expect(waiting).rejects.toThrow('no longer wanted')
    now.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
    suite.daemons.resume('bgpd')
    expect(await last).toEqual(unknown('xc'))
    // Its answer could still have come over the old connection.
    expect(bgpd.session).toBe(session + 1)
    await expect(bgpd.ask('xd', { signal: next.signal })).rejects.toThrow('no longer wanted')
    await expect(bgpd.open({ signal: next.signal })).rejects.toThrow('no longer wanted')
    expect(await bgpd.ask('x', { signal: new AbortController().signal })).toEqual(unknown('x'))
    expect(bgpd.session).toBe(session + 1)
  })

  test('a connection that its owner closes', async () => {
    const bgpd = await suite.connected()
    suite.daemons.hang('bgpd')
    const [asked, waiting] = [bgpd.ask('a'), bgpd.ask('b')]
    await Promise.resolve()
    bgpd.close()
    expect(await asked).toEqual(closed('a'))
    expect(await waiting).toEqual(closed('b'))
    suite.daemons.resume('bgpd')
    expect(await bgpd.ask('c')).toEqual(closed('c'))
    expect(await bgpd.open()).toEqual(closed(''))
    bgpd.close()
    expect(suite.losses).toEqual([])
  })
})
