import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reloaderVty } from '../src/index.ts'

const canRun = await requireLab()
const signal = new AbortController().signal

const map = (source: string) => `\
route-map source permit 10
 match ip address prefix-list all
 set src ${source}
exit
route-map source permit 20
 set src 192.0.2.9
exit
ip prefix-list all seq 5 permit any
`
const router = 'router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\nexit\n'

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  beforeAll(async () => {
    lab = await createLab({ name: 'zebra-route-maps' })
    frr = await startFrr(await lab.node('z'), { install })
  })
  afterAll(() => lab?.stop())
  const make = () =>
    reloaderVty({ confFile: frr.configFile, pathspace: frr.pathspace, vtyDir: install.stateDirectory, auditEvery: 0 })
  const sources = async () =>
    new Set((await frr.running()).split('\n').flatMap((line) => / set src (\S+)/.exec(line)?.[1] ?? []))

  test.each([
    { case: 'by one process', again: false },
    { case: 'each by a process that begins', again: true },
  ])('what zebra alone knows of a route-map comes, changes and goes, $case', async ({ again }) => {
    let reloader = make()
    for (const { text, shown } of [
      { text: `${map('192.0.2.7')}ip protocol bgp route-map source\n${router}`, shown: ['192.0.2.7', '192.0.2.9'] },
      { text: `${map('192.0.2.8')}ip protocol bgp route-map source\n${router}`, shown: ['192.0.2.8', '192.0.2.9'] },
      { text: `${map('192.0.2.8')}ip nht bgp route-map source\n${router}`, shown: ['192.0.2.8', '192.0.2.9'] },
      { text: `${map('192.0.2.7')}${router}`, shown: ['192.0.2.7', '192.0.2.9'] },
      { text: map('192.0.2.7').replace(' set src 192.0.2.7\n', ''), shown: ['192.0.2.9'] },
      { text: '', shown: [] },
    ]) {
      if (again) reloader = make()
      const accepted = { status: 'accepted', by: 'reloader-vty', words: '' }
      expect(await reloader.reload(text, signal)).toEqual({ ...accepted, changed: true })
      expect(await sources()).toEqual(new Set(shown))
      expect(await (again ? make() : reloader).reload(text, signal)).toEqual({ ...accepted, changed: false })
    }
  })
})
