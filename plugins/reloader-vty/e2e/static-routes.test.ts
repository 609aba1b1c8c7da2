import { dirname } from 'node:path'
import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import type { Outcome, Reloader } from '@frrkit/plugin'
import { daemonsWithSocket, VtyConnection } from '@frrkit/vty'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reloaderVty } from '../src/index.ts'

const canRun = await requireLab()
const signal = new AbortController().signal

/** Each takes the place of the one before it. */
const oneAfterTheOther: readonly (readonly string[])[] = [
  ['ip route 10.1.0.0/16 192.0.2.1'],
  ['ip route 10.1.0.0/16 192.0.2.1 20'],
  ['ip route 10.1.0.0/16 192.0.2.1'],
  ['ip route 10.1.0.0/16 blackhole'],
  ['ip route 10.1.0.0/16 reject'],
  ['ip route 10.1.0.0/16 reject 4'],
  ['ip route 10.1.0.0/16 192.0.2.1 4'],
  ['ip route 10.1.0.0/16 192.0.2.1 eth0 4', 'ip route 10.1.0.0/16 eth0 5'],
  ['ip route 10.1.0.0/16 eth0 4', 'ip route 10.1.0.0/16 reject 5'],
  ['ip route 10.1.0.0/16 reject tag 7'],
  ['ip route 10.1.0.0/16 192.0.2.1 tag 7', 'ip route 10.1.0.0/16 192.0.2.2 tag 7'],
  ['ip route 10.1.0.0/16 192.0.2.1 tag 8', 'ip route 10.1.0.0/16 192.0.2.2 tag 8'],
  ['ip route 10.1.0.0/16 192.0.2.1 eth0 tag 8 5 onlink', 'ip route 10.1.0.0/16 192.0.2.2 table 9'],
  ['ip route 10.1.0.0/16 192.0.2.1 eth0 5', 'ip route 10.1.0.0/16 192.0.2.2 nexthop-vrf red table 9'],
  [],
]

const route = 'ip route 10.1.0.0/16 blackhole'

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 120_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  beforeAll(async () => {
    lab = await createLab({ name: 'static-routes' })
    frr = await startFrr(await lab.node('a'), { install })
  })
  afterAll(() => lab?.stop())

  const make = () =>
    reloaderVty({ confFile: frr.configFile, pathspace: frr.pathspace, vtyDir: install.stateDirectory, auditEvery: 0 })
  const routes = async () => (await frr.running()).split('\n').filter((line) => line.startsWith('ip route '))

  test.each([
    { case: 'by one process', again: false },
    { case: 'each by a process that begins', again: true },
  ])('another distance, and another kind, $case', async ({ again }) => {
    let reloader = make()
    for (const lines of oneAfterTheOther) {
      if (again) reloader = make()
      expect(await reloadWith(reloader, lines)).toMatchObject({ status: 'accepted', changed: true })
      expect(await routes()).toEqual(lines)
    }
  })

  test('one among many that is refused is named, and what came before it goes back', async () => {
    const lines = Array.from({ length: 250 }, (_, i) => `ip route 10.2.${i}.0/24 192.0.2.1`)
    const reloader = make()
    expect(await reloadWith(reloader, lines.slice(0, 100))).toMatchObject({ status: 'accepted' })
    const outcome = await reloadWith(reloader, lines.toSpliced(170, 0, 'ip route 10.2.169.0/24 blackhole'))
    expect(outcome).toMatchObject({ status: 'rejected', running: 'unchanged' })
    expect(outcome.words).toMatch(/"ip route 10\.2\.169\.0\/24 blackhole": % Configuration failed/)
    expect(await routes()).toEqual(lines.slice(0, 100))
    expect(await reloadWith(reloader, [])).toMatchObject({ status: 'accepted' })
  })

  test('without anybody to carry them out, they wait', async () => {
    await frr.killDaemon('staticd')
    expect(await reloadWith(make(), [route])).toMatchObject({ status: 'unreachable', words: 'not running: staticd' })
    await frr.startDaemon('staticd')
    expect(await reloadWith(make(), [route])).toMatchObject({ status: 'accepted' })
    expect(await routes()).toEqual([route])
    expect(await reloadWith(make(), [])).toMatchObject({ status: 'accepted' })
  })

  test('many, while other sessions end, as those of vtysh do', async () => {
    const prefixes = Array.from({ length: 250 }, (_, i) => `10.2.${i}.0/24`)
    const versions = ['192.0.2.1', '192.0.2.1 20', 'blackhole'].map((hop) =>
      prefixes.map((prefix) => `ip route ${prefix} ${hop}`),
    )
    const reloader = make()
    for (const lines of [...versions, []]) {
      const reloading = reloadWith(reloader, lines)
      for (let sessions = 0; sessions < 6; sessions++) await openAndEnd(frr)
      expect(await reloading).toEqual({ status: 'accepted', changed: true, words: '', by: 'reloader-vty' })
      expect(await routes()).toEqual(lines)
    }
  })
})

function reloadWith(reloader: Reloader, lines: readonly string[]): Promise<Outcome> {
  return reloader.reload(lines.map((line) => `${line}\n`).join(''), signal)
}

/** A session with the daemon that takes static routes. */
async function openAndEnd({ stateDirectory, pathspace }: Frr): Promise<void> {
  const places = { vtyDir: dirname(stateDirectory), pathspace }
  const daemon = (await daemonsWithSocket(places)).includes('mgmtd') ? 'mgmtd' : 'staticd'
  const connection = new VtyConnection({ daemon, ...places })
  for (let questions = 0; questions < 10; questions++) await connection.ask('')
  connection.close()
}
