import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import type { Notice, Reloader } from '@frrkit/plugin'
import { fakeReloader } from '@frrkit/testing'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ReloaderVtyOptions, reloaderVty } from './index.ts'

const signal = new AbortController().signal

function frrConf({ prefixes, more = '' }: { readonly prefixes: readonly string[]; readonly more?: string }): string {
  return `\
log stdout informational
${prefixes.map((prefix, i) => `ip prefix-list out seq ${i + 1} permit ${prefix}`).join('\n')}
route-map out permit 1
 match ip address prefix-list out
exit
router bgp 65001
 no bgp ebgp-requires-policy
 no bgp network import-check
 neighbor 192.0.2.2 remote-as 65002
 neighbor 192.0.2.2 password s3cret
 neighbor 192.0.2.2 bfd profile slow
 address-family ipv4 unicast
  neighbor 192.0.2.2 route-map out out
${prefixes.map((prefix) => `  network ${prefix}\n`).join('')} exit-address-family
exit
bfd
 profile slow
  receive-interval 400
 exit
exit
${more}`
}

const one = frrConf({ prefixes: ['10.0.0.0/24'] })
const two = frrConf({ prefixes: ['10.0.0.0/24', '10.0.1.0/24'] })
const accepted = { status: 'accepted', by: 'reloader-vty', words: '' } as const

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('with FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  let stop: AbortController

  beforeAll(async () => {
    lab = await createLab({ name: 'reloader-vty' })
  }, 60_000)
  afterAll(() => lab?.stop())
  let number = 0
  beforeEach(async () => {
    stop = new AbortController()
    frr = await startFrr(await lab.node(`n${number++}`), { install })
  })
  afterEach(async () => {
    stop.abort()
    await frr.stop()
  })

  const make = (options: ReloaderVtyOptions = {}): Reloader =>
    reloaderVty({ confFile: frr.configFile, pathspace: frr.pathspace, vtyDir: install.stateDirectory, ...options })
  /** What the reloader notices, one after the other. */
  const notices = (reloader: Reloader): (() => Promise<Notice>) => {
    const seen: Notice[] = []
    const bell = new EventTarget()
    void reloader
      .watch?.((notice) => {
        seen.push(notice)
        bell.dispatchEvent(new Event('notice'))
      }, stop.signal)
      .catch(() => {})
    return async () => {
      for (;;) {
        const next = seen.shift()
        if (next !== undefined) return next
        await once(bell, 'notice')
      }
    }
  }

  test('a prefix comes and goes, and FRR comes up with it', async () => {
    const reloader = make()
    expect(await reloader.reload(one, signal)).toEqual({ ...accepted, changed: true })
    expect(await readFile(frr.configFile, 'utf8')).toBe(one)
    const { mode, uid, gid } = await stat(frr.configFile)
    expect({ mode: mode & 0o777, uid, gid }).toEqual({ mode: 0o640, ...install.user })

    expect(await reloader.reload(two, signal)).toEqual({ ...accepted, changed: true })
    expect(await frr.running()).toContain('  network 10.0.1.0/24\n')
    expect(await frr.running()).toContain('ip prefix-list out seq 2 permit 10.0.1.0/24\n')
    expect(await reloader.reload(two, signal)).toEqual({ ...accepted, changed: false })
    expect(await reloader.reload(one, signal)).toEqual({ ...accepted, changed: true })
    expect(await frr.running()).not.toContain('10.0.1.0/24')
    // Another process finds nothing to do.
    expect(await make().reload(one, signal)).toEqual({ ...accepted, changed: false })
  })

  test('a line that FRR refuses brings back what ran before', async () => {
    const reloader = make()
    await reloader.reload(one, signal)
    const before = await frr.running()
    const refused = two.replace(' address-family', ' neighbor 192.0.2.9 peer-group nowhere\n address-family')
    const outcome = await reloader.reload(refused, signal)
    expect(outcome).toMatchObject({ status: 'rejected', running: 'unchanged', by: 'reloader-vty' })
    expect(outcome.words).toContain('neighbor 192.0.2.9 peer-group nowhere')
    expect(await frr.running()).toBe(before)
    expect(await readFile(frr.configFile, 'utf8')).toBe(one)
    expect(await reloader.reload(two, signal)).toEqual({ ...accepted, changed: true })
  })

  test('a bgpd that is killed and comes back empty gets its part again', async () => {
    const reloader = make()
    const noticed = notices(reloader)
    await reloader.reload(one, signal)
    const before = await frr.running()
    await frr.killDaemon('bgpd')
    expect(await noticed()).toEqual({ kind: 'again', words: 'bgpd: the daemon closed the connection' })
    expect(await reloader.reload(one, signal)).toMatchObject({ status: 'unreachable', words: 'not running: bgpd' })
    await writeFile(frr.configFile, '')
    await frr.startDaemon('bgpd')
    expect(await noticed()).toEqual({ kind: 'again', words: 'bgpd is back' })
    const outcome = await reloader.reload(one, signal)
    expect(outcome).toMatchObject({ ...accepted, changed: true })
    expect(outcome).toHaveProperty('mended', expect.stringContaining('+ router bgp 65001'))
    expect(JSON.stringify(outcome)).not.toContain('s3cret')
    expect(await frr.running()).toBe(before)
    expect(await readFile(frr.configFile, 'utf8')).toBe(one)
  })

  test('a bgpd that comes back with its frr.conf has nothing to get', async () => {
    const reloader = make()
    const noticed = notices(reloader)
    await reloader.reload(one, signal)
    await frr.restartDaemon('bgpd')
    await noticed()
    await noticed()
    expect(await reloader.reload(one, signal)).toEqual({ ...accepted, changed: false })
  })

  const byHand = ['configure terminal', 'router bgp 65001', 'neighbor 192.0.2.2 description mine']

  test('what somebody changes by hand is undone, and said', async () => {
    const reloader = make({ auditEvery: 50 })
    await reloader.reload(one, signal)
    const before = await frr.running()
    await frr.vtysh(...byHand)
    const words = 'changed by hand:\n- router bgp 65001 / neighbor 192.0.2.2 description mine'
    expect(await notices(reloader)()).toEqual({ kind: 'again', words })
    expect(await reloader.reload(one, signal)).toEqual({ ...accepted, changed: true, mended: words })
    expect(await frr.running()).toBe(before)
  })

  test('with mend: false it is only said, and other changes leave it alone', async () => {
    const reloader = make({ auditEvery: 50, mend: false })
    await reloader.reload(one, signal)
    const noticed = notices(reloader)
    await frr.vtysh(...byHand)
    const words = '- router bgp 65001 / neighbor 192.0.2.2 description mine'
    expect(await noticed()).toEqual({ kind: 'drift', words })
    expect(await reloader.reload(two, signal)).toEqual({ ...accepted, changed: true })
    expect(await reloader.reload(two.replace('400', '300'), signal)).toEqual({ ...accepted, changed: true })
    expect(await frr.running()).toContain('description mine\n')
    await frr.vtysh('configure terminal', 'router bgp 65001', 'no neighbor 192.0.2.2 description mine')
    expect(await noticed()).toEqual({ kind: 'drift', words: '' })
  })

  test('what is not understood goes to the fallback, and what differs then is known', async () => {
    const fallback = fakeReloader('reloader-other')
    const reloader = make({ fallback })
    await reloader.reload(one, signal)
    const more = 'pbr-map east seq 5\n match dscp 5\nexit\n'
    const outcome = await reloader.reload(one + more, signal)
    expect(outcome).toMatchObject({ status: 'accepted', changed: true, by: 'reloader-other' })
    expect(outcome.because).toContain('pbr-map east seq 5')
    expect(fallback.asked).toEqual([one + more])
    expect(await reloader.reload(two + more, signal)).toEqual({ ...accepted, changed: true })
    expect(await frr.running()).toContain('  network 10.0.1.0/24\n')
  })

  test('what FRR has made of a line in other words goes with that line, also after a restart', async () => {
    const asked: string[] = []
    const short = `${one}router bgp 65001\n neigh 192.0.2.9 remote-as 65009\nexit\n`
    const fallback: Reloader = {
      ...fakeReloader('reloader-other'),
      async reload(text) {
        asked.push(text)
        const no = text === short ? '' : 'no '
        await frr.vtysh('configure terminal', 'router bgp 65001', `${no}neighbor 192.0.2.9 remote-as 65009`)
        return { status: 'accepted', changed: true, words: '' }
      },
    }
    const reloader = make({ fallback })
    await reloader.reload(one, signal)
    const before = await frr.running()
    await reloader.reload(short, signal)
    await frr.restartDaemon('bgpd')
    expect(await frr.running()).toContain('neighbor 192.0.2.9 remote-as 65009')
    expect(await reloader.reload(short, signal)).toEqual({ ...accepted, changed: false })
    await frr.restartDaemon('bgpd')
    expect(await reloader.reload(one, signal)).toMatchObject({ by: 'reloader-other' })
    expect(asked).toEqual([short, one])
    expect(await frr.running()).toBe(before)
  })

  test('without a fallback it is refused, with a way out', async () => {
    const reloader = make()
    await reloader.reload(one, signal)
    const outcome = await reloader.reload(`${one}pbr-map east seq 5\n match dscp 5\nexit\n`, signal)
    expect(outcome).toMatchObject({ status: 'rejected', running: 'unchanged', by: 'reloader-vty' })
    expect(outcome.words).toMatch(/pbr-map east seq 5[\s\S]*help: give reloader-vty a fallback/)
  })
})
