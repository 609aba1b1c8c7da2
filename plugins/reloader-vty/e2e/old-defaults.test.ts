import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { reloaderVty } from '../src/index.ts'

const canRun = await requireLab()
const signal = new AbortController().signal

/** What MetalLB and frr-k8s, and our own manifests, start FRR with. */
const start = 'frr version 8.0\nfrr defaults traditional\nhostname Router\nline vty\nlog stdout informational\n'
const router = 'router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\nexit\n'
/** How that one goes together with those of the neighbors, nobody here knows. */
const there = (version: string) => (version.startsWith('8.') ? '' : 'router bgp 65001\n bgp enforce-first-as\nexit\n')

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  let frr: Frr
  beforeAll(async () => {
    lab = await createLab({ name: 'old-defaults' })
    return () => lab.stop()
  })
  afterEach(() => frr?.stop())

  test.each([
    { case: 'a router that is new', config: start },
    { case: 'a router that was there', config: `${start}${router}${there(install.version)}` },
  ])('$case has the defaults of the FRR that runs, whatever version frr.conf named', async ({ config }) => {
    frr = await startFrr(await lab.node(config === start ? 'a' : 'b'), { install, config })
    const make = () =>
      reloaderVty({ confFile: frr.configFile, pathspace: frr.pathspace, vtyDir: install.stateDirectory, auditEvery: 0 })
    const accepted = { status: 'accepted', by: 'reloader-vty', words: '' }
    const text = `log stdout informational\n${router}`
    expect(await make().reload(text, signal)).toEqual({ ...accepted, changed: true })
    expect(await frr.running()).not.toContain('no bgp ')
    const running = await frr.running()
    expect(await make().reload(text, signal)).toEqual({ ...accepted, changed: false })

    // As after a restart with what has been saved.
    await frr.restartDaemon('bgpd')
    expect(await frr.running()).toBe(running)
  })
})
