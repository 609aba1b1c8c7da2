import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reloaderVty } from '../src/index.ts'

const canRun = await requireLab()
const signal = new AbortController().signal

/** What FRR begins with before frrkit comes: as its packages, MetalLB and people who set up a host by hand have it. */
const packages =
  '# default to using syslog. /etc/rsyslog.d/45-frr.conf places the log in\n#\nlog syslog informational\n'
const metallb = 'frr version 8.0\nfrr defaults traditional\nhostname Router\nline vty\nlog stdout informational\n'
const host = `\
frr defaults traditional
hostname leaf01
log syslog informational
log timestamp precision 6
zebra nexthop-group keep 1
no ipv6 forwarding
service integrated-vtysh-config
ip router-id 10.10.10.1
vrf mgmt
exit-vrf
interface lo
 ip address 10.10.10.1/32
 ipv6 address 2001:db8::1/128
exit
interface swp51
 description to the spine
 ip address 192.0.2.1/24
 no ipv6 nd suppress-ra
 ipv6 nd ra-interval 10
exit
line vty
 exec-timeout 0 0
exit
`
const logins = `\
password s3cret
enable password s3cret
log file /var/log/frr/frr.log informational
log monitor warnings
no log unique-id
username ann nopassword
banner motd line hello
line vty
 access-class admins
 no login
exit
`
const router = 'router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\nexit\n'
const accepted = { status: 'accepted', by: 'reloader-vty', words: '' }

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  let began: string
  beforeAll(async () => {
    lab = await createLab({ name: 'base-files' })
    frr = await startFrr(await lab.node('b'), { install })
    began = await frr.running()
  })
  afterAll(() => lab?.stop())
  const make = () =>
    reloaderVty({ confFile: frr.configFile, pathspace: frr.pathspace, vtyDir: install.stateDirectory, auditEvery: 0 })

  test.each([
    { case: 'of the packages', base: packages, stays: [] },
    { case: 'of MetalLB', base: metallb, stays: [] },
    { case: 'of a host', base: host, stays: ['line vty', ' exec-timeout 0 0'] },
    {
      case: 'with people who log in',
      base: logins,
      stays: ['password s3cret', 'enable password s3cret', 'line vty', ' access-class admins', ' no login'],
    },
  ])('a frr.conf $case is taken over, and again, and may be a part of what is wanted', async ({ base, stays }) => {
    await frr.load(base)
    expect(await make().reload(router, signal)).toEqual({ ...accepted, changed: true })
    const left = linesNotIn(await frr.running(), began + router)
    expect(left).toEqual(expect.arrayContaining(stays))
    expect(left.filter((line) => !isLogin.test(line))).toEqual([])

    // Which defaults a router has is another matter (old-defaults.test.ts).
    const text = base.replace(/^frr version .*\n/, '') + router
    expect(await make().reload(text, signal)).toEqual({ ...accepted, changed: true })
    expect(await make().reload(text, signal)).toEqual({ ...accepted, changed: false })
    expect(await make().reload('', signal)).toEqual({ ...accepted, changed: true })
    expect(linesNotIn(await frr.running(), began).filter((line) => !isLogin.test(line))).toEqual([])
  })
})

const isLogin = /^(?:enable )?password |^line vty$|^ (?:exec-timeout|access-class|no login)\b/

function linesNotIn(text: string, other: string): readonly string[] {
  const others = new Set(other.split('\n'))
  // What is in the kernel, or may be there once, stands with nothing in it; whether it forwards is left to it.
  return text
    .split('\n')
    .filter((line) => !others.has(line) && !/^(?:interface |vrf |exit|!|no ip(?:v6)? forwarding$)/.test(line))
}
