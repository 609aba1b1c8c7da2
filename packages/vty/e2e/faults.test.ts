import { once } from 'node:events'
import { frrVersions, requireLab } from '@frrkit/frr-lab'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { configure, runningConfig, VtyConnection, type VtyError, type VtyOptions } from '../src/index.ts'
import { type Daemons, fakeTarget, realTarget } from './target.ts'

const installs = (await requireLab()) ? await frrVersions() : []
const targets = [fakeTarget, ...installs.map(realTarget)]
const unknown = (text: string) => ({ ok: true, value: { status: 2, text: `% [BGP] Unknown command: ${text}\n` } })
const closed = (line: string) => ({
  ok: false,
  error: { daemon: 'bgpd', reason: 'closed', line, words: 'the connection was closed by its owner' },
})

describe.each(targets)('when things go wrong: $name', { timeout: 60_000 }, (target) => {
  let daemons: Daemons
  const connections: VtyConnection[] = []
  const losses: VtyError[] = []
  const onLost = (error: VtyError): void => void losses.push(error)
  const connect = (options: Partial<VtyOptions> = {}): VtyConnection => {
    const connection = new VtyConnection({ daemon: 'bgpd', ...daemons.places, onLost, ...options })
    connections.push(connection)
    return connection
  }
  /** Has answered, so that the daemon is sure to know of it. */
  const connected = async (options?: Partial<VtyOptions>): Promise<VtyConnection> => {
    const connection = connect(options)
    expect(await connection.ask('x')).toEqual(unknown('x'))
    return connection
  }

  beforeAll(async () => {
    daemons = await target.start()
  })
  afterAll(() => daemons?.stop())
  beforeEach(async () => {
    const bgpd = new VtyConnection({ daemon: 'bgpd', ...daemons.places })
    if (!(await bgpd.open()).ok) await daemons.restart('bgpd')
    bgpd.close()
  })
  afterEach(() => {
    for (const connection of connections.splice(0)) connection.close()
    losses.length = 0
  })

  test('no such daemon', async () => {
    const nobody = connect({ pathspace: 'nobody' })
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
    const bgpd = await connected({ within: 150 })
    daemons.hang('bgpd')
    expect(await bgpd.ask('neighbor x password s3cret')).toEqual({
      ok: false,
      error: { daemon: 'bgpd', reason: 'late', line: 'neighbor x password (hidden)', words: 'no answer within 150 ms' },
    })
    expect(await bgpd.ask('y', { within: 50 })).toMatchObject({ error: { words: 'no answer within 50 ms' } })
    daemons.resume('bgpd')
    expect(await bgpd.ask('z', { within: 5000 })).toEqual(unknown('z'))
    expect(losses).toEqual([])
  })

  test('a daemon that hangs amid many commands: the answers until then are kept', async () => {
    const bgpd = await connected({ within: 500 })
    const asking = bgpd.askAll(Array.from({ length: 300_000 }, (_, i) => `x${i}`))
    daemons.hang('bgpd')
    const { answers, error } = await asking
    daemons.resume('bgpd')
    expect(answers.length).toBeLessThan(300_000)
    expect(error).toMatchObject({ reason: 'late', line: `x${answers.length}` })
    expect(await bgpd.ask('z', { within: 20_000 })).toEqual(unknown('z'))
  })

  test('an abort ends the wait at once, and only that', async () => {
    const bgpd = await connected()
    const { session } = bgpd
    daemons.hang('bgpd')
    const [now, next] = [new AbortController(), new AbortController()]
    const asked = bgpd.ask('a', { signal: now.signal })
    const waiting = bgpd.ask('b', { signal: next.signal })
    const last = bgpd.ask('c')
    next.abort(new Error('no longer wanted'))
    await expect(waiting).rejects.toThrow('no longer wanted')
    now.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
    daemons.resume('bgpd')
    expect(await last).toEqual(unknown('c'))
    // Its answer could still have come over the old connection.
    expect(bgpd.session).toBe(session + 1)
    await expect(bgpd.ask('d', { signal: next.signal })).rejects.toThrow('no longer wanted')
    await expect(bgpd.open({ signal: next.signal })).rejects.toThrow('no longer wanted')
    expect(await bgpd.ask('x', { signal: new AbortController().signal })).toEqual(unknown('x'))
    expect(bgpd.session).toBe(session + 1)
  })

  test('a daemon that is killed while it is asked, and comes back', async () => {
    const bgpd = await connected()
    const { session } = bgpd
    const configured = await configure(bgpd, ['ip prefix-list a seq 5 permit 10.0.0.0/8'], { inSession: session })
    expect(configured).toEqual({ answered: 1, refusals: [], remarks: [] })
    daemons.hang('bgpd')
    const asked = bgpd.ask('neighbor x password s3cret')
    const [lost] = await Promise.all([asked, daemons.kill('bgpd')])
    daemons.resume('bgpd')
    const words = 'the daemon closed the connection'
    expect(lost).toEqual({
      ok: false,
      error: { daemon: 'bgpd', reason: 'lost', line: 'neighbor x password (hidden)', words },
    })
    expect(losses).toEqual([{ daemon: 'bgpd', reason: 'lost', line: '', words }])
    expect(bgpd.session).toBe(0)

    // Its socket is still there.
    expect(await bgpd.ask('x')).toEqual({
      ok: false,
      error: {
        daemon: 'bgpd',
        reason: 'absent',
        line: 'x',
        words: `nobody listens on ${bgpd.socketPath}: the daemon has ended`,
      },
    })
    await daemons.restart('bgpd')
    // Whoever knows what was configured must not go on as if it still were.
    expect(await configure(bgpd, ['ip prefix-list a seq 6 permit 10.0.0.0/8'], { inSession: session })).toEqual({
      answered: 0,
      refusals: [],
      remarks: [],
      error: {
        daemon: 'bgpd',
        reason: 'lost',
        line: 'enable',
        words: 'the connection was lost since; the daemon may have been restarted',
      },
    })
    expect(await runningConfig(bgpd)).toMatchObject({ ok: true, value: expect.not.stringContaining('ip prefix-list') })
    expect(bgpd.session).toBe(session + 1)
  })

  test('a daemon that is restarted while nobody asks', async () => {
    const noticed = new EventTarget()
    const bgpd = await connected({ onLost: () => noticed.dispatchEvent(new Event('lost')) })
    const lost = once(noticed, 'lost')
    await daemons.kill('bgpd')
    await lost
    expect(bgpd.session).toBe(0)
    await daemons.restart('bgpd')
    expect(await bgpd.open()).toEqual({ ok: true, value: 2 })
    expect(await bgpd.open()).toEqual({ ok: true, value: 2 })
    expect(await bgpd.ask('x')).toEqual(unknown('x'))
  })

  test('a daemon that is killed amid an answer: no half of it is taken for one', async () => {
    const bgpd = connect()
    const networks = Array.from({ length: 20_000 }, (_, i) => `network 10.${i >> 8}.${i & 255}.0/24`)
    const bgp = ['router bgp 65001', 'no bgp network import-check', 'address-family ipv4 unicast']
    expect(await configure(bgpd, [...bgp, ...networks])).toMatchObject({ refusals: [] })
    const questions = 40
    const asking = bgpd.askAll(['enable', ...Array.from({ length: questions }, () => 'show running-config')])
    // Far more than the kernel's buffer holds: it is sure to be in the middle of something.
    await connected()
    await daemons.kill('bgpd')
    const { answers, error } = await asking
    expect(error).toMatchObject({ reason: 'lost', line: 'show running-config' })
    expect(answers.length).toBeLessThan(questions)
    for (const { text } of answers.slice(1)) expect(text.match(/network 10/g)).toHaveLength(20_000)
    await daemons.restart('bgpd')
  })

  test('lines that are cut off: how far FRR came is known', async () => {
    const bgpd = await connected()
    const lines = Array.from({ length: 100_000 }, (_, i) => `ip prefix-list a seq ${i + 1} permit 10.0.0.0/8`)
    const configuring = configure(bgpd, lines)
    const other = await connected()
    await daemons.kill('bgpd')
    const { answered, refusals, error } = await configuring
    expect(answered).toBeLessThan(lines.length)
    expect(refusals).toEqual([])
    expect(error).toMatchObject({ reason: 'lost', line: lines[answered] })
    expect(await other.ask('x')).toMatchObject({ ok: false })
    await daemons.restart('bgpd')
  })

  test('a connection that its owner closes', async () => {
    const bgpd = await connected()
    daemons.hang('bgpd')
    const [asked, waiting] = [bgpd.ask('a'), bgpd.ask('b')]
    await Promise.resolve()
    bgpd.close()
    expect(await asked).toEqual(closed('a'))
    expect(await waiting).toEqual(closed('b'))
    daemons.resume('bgpd')
    expect(await bgpd.ask('c')).toEqual(closed('c'))
    expect(await bgpd.open()).toEqual(closed(''))
    bgpd.close()
    expect(losses).toEqual([])
  })
})
