import { once } from 'node:events'
import { waitFor } from '@frrkit/frr-lab'
import { describe, expect, test } from 'vitest'
import { configure, runningConfig } from '../src/index.ts'
import { targets, unknown, useDaemons } from './suite.ts'

describe.each(targets)('a daemon that ends: $name', { timeout: 60_000 }, (target) => {
  const suite = useDaemons(target)

  test('a daemon that is killed while it is asked, and comes back', async () => {
    const bgpd = await suite.connected()
    const { session } = bgpd
    const configured = await configure(bgpd, ['ip prefix-list a seq 5 permit 10.0.0.0/8'], { inSession: session })
    expect(configured).toEqual({ answered: 1, refusals: [], remarks: [] })
    suite.daemons.hang('bgpd')
    const asked = bgpd.ask('neighbor x password s3cret')
    const [lost] = await Promise.all([asked, suite.daemons.kill('bgpd')])
    suite.daemons.resume('bgpd')
    const words = 'the daemon closed the connection'
    expect(lost).toEqual({
      ok: false,
      error: { daemon: 'bgpd', reason: 'lost', line: 'neighbor x password (hidden)', words },
    })
    expect(suite.losses).toEqual([{ daemon: 'bgpd', reason: 'lost', line: '', words }])
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
    await suite.daemons.restart('bgpd')
    // Whoever knows what was configured must not go on as if it still were.
    expect(await configure(bgpd, ['ip prefix-list a seq 6 permit 10.0.0.0/8'], { inSession: session })).toEqual({
      answered: 0,
      refusals: [],
      remarks: [],
      error: {
        daemon: 'bgpd',
        reason: 'lost',
        line: 'configure terminal',
        words: 'the connection was lost since; the daemon may have been restarted',
      },
    })
    expect(await runningConfig(bgpd)).toMatchObject({ ok: true, value: expect.not.stringContaining('ip prefix-list') })
    expect(bgpd.session).toBe(session + 1)
  })

  test('a daemon that is restarted while nobody asks', async () => {
    const noticed = new EventTarget()
    const bgpd = await suite.connected({ onLost: () => noticed.dispatchEvent(new Event('lost')) })
    const lost = once(noticed, 'lost')
    await suite.daemons.kill('bgpd')
    await lost
    expect(bgpd.session).toBe(0)
    await suite.daemons.restart('bgpd')
    expect(await bgpd.open()).toEqual({ ok: true, value: 2 })
    expect(await bgpd.open()).toEqual({ ok: true, value: 2 })
    expect(await bgpd.ask('x')).toEqual(unknown('x'))
  })

  test('a daemon that is killed amid an answer: no half of it is taken for one', async () => {
    const bgpd = suite.connect()
    const networks = Array.from({ length: 2000 }, (_, i) => `network 10.${i >> 8}.${i & 255}.0/24`)
    const bgp = ['router bgp 65001', 'no bgp network import-check', 'address-family ipv4 unicast']
    expect(await configure(bgpd, [...bgp, ...networks])).toMatchObject({ refusals: [] })
    // Far more than a daemon reads at once, and the answers are far more than the kernel's buffer holds: by the time that
    // somebody else gets in between, it is sure to be in the middle of something.
    const questions = 1000
    const asking = bgpd.askAll(Array.from({ length: questions }, () => 'show running-config'))
    await suite.connected()
    await suite.daemons.kill('bgpd')
    const { answers, error } = await asking
    expect(error).toMatchObject({ reason: 'lost', line: 'show running-config' })
    expect(answers.length).toBeLessThan(questions)
    for (const { text } of answers) expect(text.match(/network 10/g)).toHaveLength(2000)
    await suite.daemons.restart('bgpd')
  })

  test('lines that are cut off: how far FRR came is known', async () => {
    const bgpd = await suite.connected()
    const lines = Array.from({ length: 100_000 }, (_, i) => `ip prefix-list a seq ${i + 1} permit 10.0.0.0/8`)
    const configuring = configure(bgpd, lines)
    const other = suite.connect()
    await waitFor(
      'the first lines',
      async () => {
        const running = await runningConfig(other)
        return (running.ok && running.value.includes('ip prefix-list a seq 1 ')) || undefined
      },
      { within: 30_000, every: 1 },
    )
    await suite.daemons.kill('bgpd')
    const { answered, refusals, error } = await configuring
    expect(answered).toBeLessThan(lines.length)
    expect(refusals).toEqual([])
    expect(error).toMatchObject({ reason: 'lost', line: lines[answered] })
    expect(await other.ask('x')).toMatchObject({ ok: false })
    await suite.daemons.restart('bgpd')
  })
})
