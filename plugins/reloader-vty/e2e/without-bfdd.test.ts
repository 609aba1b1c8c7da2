import { writeFile } from 'node:fs/promises'
import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import type { Notice, Reloader } from '@frrkit/plugin'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { reloaderVty } from '../src/index.ts'

const signal = new AbortController().signal

const frrConf = ({ profile = '', bfd = '', more = '' }): string => `\
router bgp 65001
 neighbor 192.0.2.2 remote-as 65002
${bfd}${more}exit
${profile}`

const profile = 'bfd\n profile fast\n  receive-interval 100\n exit\nexit\n'
const bfd = ' neighbor 192.0.2.2 bfd\n neighbor 192.0.2.2 bfd profile fast\n'
const more = ' neighbor 192.0.2.3 remote-as 65003\n'
const idle = 'bfdd does not run, so FRR has no BFD profile fast; nothing uses BFD yet'
const accepted = { status: 'accepted', changed: true, by: 'reloader-vty', words: '' } as const
const away = {
  status: 'unreachable',
  words: 'not running: bfdd\nhelp: bfdd=yes in /etc/frr/daemons, and a restart of FRR',
} as const

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('with FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  let reloader: Reloader
  let number = 0
  beforeAll(async () => {
    lab = await createLab({ name: 'without-bfdd' })
  }, 60_000)
  afterAll(() => lab?.stop())
  beforeEach(async () => {
    frr = await startFrr(await lab.node(`n${number++}`), { install, daemons: ['zebra', 'bgpd', 'staticd'] })
    const { configFile: confFile, pathspace } = frr
    reloader = reloaderVty({ confFile, pathspace, vtyDir: install.stateDirectory, auditEvery: 100 })
  })
  afterEach(() => frr.stop())

  const reload = (text: string) => reloader.reload(text, signal)

  test('a profile that nothing uses holds up nothing, comes and goes, and is said', async () => {
    expect(await reload(frrConf({ profile }))).toEqual({ ...accepted, warnings: [idle] })
    expect(await reload(frrConf({ profile }))).toEqual({ ...accepted, changed: false, warnings: [idle] })
    expect(await reload(frrConf({ profile, more }))).toEqual({ ...accepted, warnings: [idle] })
    expect(await frr.running()).toContain('neighbor 192.0.2.3 remote-as 65003')
    expect(await reload(frrConf({ more }))).toEqual({ ...accepted, changed: false })
    expect(await reload(frrConf({ profile }))).toEqual({ ...accepted, warnings: [idle] })
  })

  test('once a session asks for BFD, bfdd is needed, whatever was there before; and does what it is told when it comes', async () => {
    await reload(frrConf({ profile }))
    expect(await reload(frrConf({ profile, bfd }))).toMatchObject(away)
    expect(await frr.running()).not.toContain('bfd')
    await frr.startDaemon('bfdd')
    expect(await reload(frrConf({ profile, bfd }))).toMatchObject({ status: 'accepted', changed: true })
    expect(await frr.running()).toContain('receive-interval 100')
  })

  test('a bfdd that comes gets the profiles, and one that goes again holds up nothing', async ({ onTestFinished }) => {
    const stop = new AbortController()
    onTestFinished(() => stop.abort())
    const notices: Notice[] = []
    const { promise: came, resolve: isThere } = Promise.withResolvers<void>()
    await reload(frrConf({ profile }))
    const watching = reloader.watch?.((notice) => {
      notices.push(notice)
      if (notice.words === 'a daemon began anew') isThere()
    }, stop.signal)
    watching?.catch(() => {})
    // Otherwise whoever starts bfdd tells it what is in frr.conf, and nobody has to do anything.
    await writeFile(frr.configFile, '')
    await frr.startDaemon('bfdd')
    await came
    expect(await reload(frrConf({ profile }))).toMatchObject({
      ...accepted,
      mended: expect.stringContaining('profile fast'),
    })
    expect(await frr.running()).toContain('receive-interval 100')
    await frr.killDaemon('bfdd')
    expect(await reload(frrConf({ profile, more }))).toEqual({ ...accepted, warnings: [idle] })
    expect(notices.filter(({ kind }) => kind === 'drift')).toEqual([])
  })
})
