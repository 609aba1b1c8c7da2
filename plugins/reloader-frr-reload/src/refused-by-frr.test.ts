import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import type { Reloader } from '@frrkit/plugin'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reloaderFrrReload } from './reloader-frr-reload.ts'

const signal = new AbortController().signal
const good = `\
ip prefix-list out seq 1 permit 10.0.0.0/24
route-map out permit 1
 match ip address prefix-list out
exit
router bgp 65001
 neighbor 192.0.2.2 remote-as 65002
 neighbor 192.0.2.2 password s3cr3t-of-the-session
 address-family ipv4 unicast
  neighbor 192.0.2.2 route-map out out
  network 10.0.0.0/24
 exit-address-family
exit
bfd
 profile slow
  detect-multiplier 3
 exit
exit
`

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('by FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  let reloader: Reloader
  beforeAll(async () => {
    lab = await createLab({ name: 'refused-by-frr' })
    frr = await startFrr(await lab.node('a'), { install })
    const { configFile: confFile, pathspace } = frr
    const { vtysh, frrReload = '' } = install
    reloader = reloaderFrrReload({ confFile, pathspace, binDir: dirname(vtysh), frrReload })
    expect(await reloader.reload(good, signal)).toMatchObject({ status: 'accepted' })
  }, 60_000)
  afterAll(() => lab?.stop())

  // FRR numbers its nodes anew in every release, and says what was in the same transaction; the rest is the same.
  test.each([
    {
      case: 'nonsense',
      text: `${good}router bgp 65001\n nonsense here\n`,
      words: /^line 19: % Unknown command\[\d+\]: {2}nonsense here$/,
      lines: [{ at: 19, line: 'nonsense here', why: '% Unknown command' }],
    },
    {
      case: 'nonsense beside what would be good',
      text: `${good}router bgp 65001\n neighbor 192.0.2.3 remote-as 65003\n nonsense\nip prefix-list x seq 1 permit any\n`,
      words: /^line 20: % Unknown command\[\d+\]: {2}nonsense$/,
      lines: [{ at: 20, line: 'nonsense', why: '% Unknown command' }],
    },
    {
      case: 'a misspelt password line',
      text: good.replace('2 password', '2 passwordd'),
      words: /^line 7: % Unknown command\[\d+\]: {2}neighbor 192.0.2.2 passwordd \(hidden\)$/,
      lines: [{ at: 7, line: 'neighbor 192.0.2.2 passwordd (hidden)', why: '% Unknown command' }],
    },
    {
      case: 'a range that only the daemon understands',
      text: `${good}ip prefix-list other seq 1 permit 10.0.2.0/24 ge 8\n`,
      words: /^% Configuration failed.\n(.*\n)*Error description: Invalid prefix range for 10.0.2.0\/24: .*\n/,
    },
    {
      case: 'a second AS for the same VRF',
      text: `${good}router bgp 65009\n neighbor 192.0.2.3 remote-as 65002\n`,
      words:
        /^line 18: Failure to communicate\[13\] to bgpd, line: router bgp 65009\n(.*\n)*BGP .*is already running; AS is 65001$/,
      lines: [
        { at: 18, line: 'router bgp 65009', why: 'Failure to communicate to bgpd' },
        { at: 19, line: 'neighbor 192.0.2.3 remote-as 65002', why: expect.any(String) },
      ],
    },
    {
      case: 'a neighbor without an AS',
      text: `${good}router bgp 65001\n neighbor 192.0.2.3 timers 10 30\n`,
      words: /% Specify remote-as or peer-group commands first$/,
      lines: [
        { at: 19, line: 'neighbor 192.0.2.3 timers 10 30', why: '% Specify remote-as or peer-group commands first' },
      ],
    },
  ])('$case: refused in its words, and everything is as before', async ({ text, words, lines }) => {
    const before = { running: await frr.running(), file: await readFile(frr.configFile, 'utf8') }
    const outcome = await reloader.reload(text, signal)
    expect({ running: await frr.running(), file: await readFile(frr.configFile, 'utf8') }).toEqual(before)
    expect(outcome).toEqual({
      status: 'rejected',
      running: 'unchanged',
      words: expect.stringMatching(words),
      ...(lines && { lines }),
    })
  })

  test('after all of that a good configuration is accepted', async () => {
    const text = `${good}ip prefix-list other seq 1 permit 10.0.2.0/24\n`
    expect(await reloader.reload(text, signal)).toEqual({ status: 'accepted', changed: true, words: '' })
  })
})
