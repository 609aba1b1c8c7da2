import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  bgpNeighbor,
  createLab,
  established,
  type Frr,
  frrVersions,
  type Lab,
  received,
  requireLab,
  startFrr,
} from '@frrkit/frr-lab'
import type { Reloader } from '@frrkit/plugin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reloaderFrrReload } from './reloader-frr-reload.ts'

const signal = new AbortController().signal
const password = 's3cr3t-of-the-session'

function frrConf({ prefixes, more = '' }: { prefixes: readonly string[]; more?: string }): string {
  const lines = prefixes.map((prefix, i) => `ip prefix-list out seq ${i + 1} permit ${prefix}`)
  return `\
log stdout informational
!
${lines.join('\n')}
!
route-map out permit 1
 match ip address prefix-list out
exit
!
router bgp 65001
 no bgp ebgp-requires-policy
 no bgp network import-check
 neighbor 192.0.2.2 remote-as 65002
 neighbor 192.0.2.2 port 179
 neighbor 192.0.2.2 ebgp-multihop
 neighbor 192.0.2.2 timers connect 1
 neighbor 192.0.2.2 password ${password}
 address-family ipv4 unicast
  neighbor 192.0.2.2 route-map out out
${prefixes.map((prefix) => `  network ${prefix}\n`).join('')} exit-address-family
exit
!
bfd
 profile slow
  detect-multiplier 3
  receive-interval 300
 exit
exit
${more}`
}

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('with FRR $version', { timeout: 120_000 }, (install) => {
  let lab: Lab
  let a: Frr
  let b: Frr
  let reloader: Reloader
  const reload = (text: string) => reloader.reload(text, signal)

  beforeAll(async () => {
    lab = await createLab({ name: 'reloader-frr-reload' })
    const [nodeA, nodeB] = await Promise.all([lab.node('a'), lab.node('b')])
    await lab.link(nodeA, nodeB, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
    const peer = `\
router bgp 65002
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 65001
 neighbor 192.0.2.1 ebgp-multihop
 neighbor 192.0.2.1 passive
 neighbor 192.0.2.1 password ${password}
`
    ;[a, b] = await Promise.all([startFrr(nodeA, { install }), startFrr(nodeB, { install, config: peer })])
    reloader = reloaderFrrReload({
      confFile: a.configFile,
      pathspace: a.pathspace,
      binDir: dirname(install.vtysh),
      ...(install.frrReload !== undefined && { frrReload: install.frrReload }),
    })
  }, 60_000)
  afterAll(() => lab?.stop())

  test('the first configuration is loaded, kept for a restart, with the owner and the mode that the file had', async () => {
    const text = frrConf({ prefixes: ['10.0.0.0/24'] })
    expect(await reload(text)).toEqual({ status: 'accepted', changed: true, words: '' })
    await received(b, '10.0.0.0/24', { from: '192.0.2.1' })
    expect(await readFile(a.configFile, 'utf8')).toBe(text)
    const { mode, uid } = await stat(a.configFile)
    expect({ mode: mode & 0o777, uid }).toEqual({ mode: 0o640, uid: a.install.user.uid })
  })

  test('the same configuration again changes nothing', async () => {
    expect(await reload(frrConf({ prefixes: ['10.0.0.0/24'] }))).toEqual({
      status: 'accepted',
      changed: false,
      words: '',
    })
  })

  test('one more prefix reaches the peer, and the session stays up', async () => {
    await established(a, '192.0.2.2')
    const dropped = async () => (await bgpNeighbor(b, '192.0.2.1'))?.connectionsDropped
    const before = await dropped()
    const text = frrConf({ prefixes: ['10.0.0.0/24', '10.0.1.0/24'] })
    expect(await reload(text)).toEqual({ status: 'accepted', changed: true, words: '' })
    await received(b, '10.0.1.0/24', { from: '192.0.2.1' })
    expect(await dropped()).toBe(before)
  })

  test('lines that overrule each other end as in the order of the text, every time', async () => {
    const more = 'router bgp 65001\n neighbor 192.0.2.2 timers 60 180\n neighbor 192.0.2.2 timers 10 30\n'
    for (const prefix of ['10.0.5.0/24', '10.0.6.0/24', '10.0.7.0/24']) {
      expect(await reload(frrConf({ prefixes: ['10.0.0.0/24', prefix], more }))).toEqual({
        status: 'accepted',
        changed: true,
        words: '',
      })
      expect(await a.running()).toContain(' neighbor 192.0.2.2 timers 10 30\n')
    }
  })

  test('a change that the script of FRR 8.4 to 10.4 falls over is applied all the same', async () => {
    // The script falls only when the new block is the first thing that `router bgp` gets.
    const plain = frrConf({ prefixes: ['10.0.0.0/24'] }).replace(' neighbor 192.0.2.2 port 179\n', '')
    expect(await reload(plain)).toMatchObject({ status: 'accepted' })
    const text = plain
      .replace('  neighbor 192.0.2.2 route-map out out\n', '')
      .replace(
        ' exit-address-family\n',
        ' exit-address-family\n address-family l2vpn evpn\n  advertise-all-vni\n exit-address-family\n',
      )
    expect(await reload(text)).toEqual({ status: 'accepted', changed: true, words: '' })
    const running = await a.running()
    expect(running).toContain('  advertise-all-vni\n')
    expect(running).not.toContain('route-map out out')
    expect(await reload(plain)).toEqual({ status: 'accepted', changed: true, words: '' })
  })

  test('forwarding is as the kernel had it, although FRR (before 10.7) shows that as configuration', async () => {
    expect((await a.node.exec(['cat', '/proc/sys/net/ipv4/ip_forward'])).stdout).toBe('0\n')
  })

  test('a password is in no file that others can read, and in no log', async () => {
    await reload(frrConf({ prefixes: ['10.0.0.0/24'] }).replace(/ neighbor \S+ password .*\n/, ''))
    await reload(frrConf({ prefixes: ['10.0.0.0/24'] }))
    const places = ['/run/frr', '/var/log/frr', join(homedir(), '.history_frr'), a.configDirectory]
    const found = await a.node.exec(['grep', '-rlsF', password, ...places], { check: false })
    expect(found.stdout).toBe(`${a.configFile}\n`)
    expect(await reloader.running?.(signal)).toContain(' neighbor 192.0.2.2 password (hidden)\n')
  })

  test('FRR comes up with the accepted configuration after a restart', async () => {
    const text = frrConf({ prefixes: ['10.0.8.0/24'] })
    await reload(text)
    const before = await a.running()
    await a.restartDaemon('bgpd')
    expect(await a.running()).toBe(before)
    expect(await reload(text)).toEqual({ status: 'accepted', changed: false, words: '' })
  })

  test('a daemon that is away is waited for, and nothing is told to the others', async () => {
    await a.stopDaemon('bgpd')
    const before = await a.running()
    expect(await reload(frrConf({ prefixes: ['10.0.9.0/24'] }))).toEqual({
      status: 'unreachable',
      words: 'not running: bgpd',
    })
    expect(await a.running()).toBe(before)
    await a.startDaemon('bgpd')
    expect(await reload(frrConf({ prefixes: ['10.0.9.0/24'] }))).toMatchObject({ status: 'accepted', changed: true })
  })

  test('no FRR at all is unreachable', async () => {
    await a.stop()
    expect(await reload(frrConf({ prefixes: ['10.0.9.0/24'] }))).toEqual({
      status: 'unreachable',
      words: 'Exiting: failed to connect to any daemons.',
    })
  })
})
