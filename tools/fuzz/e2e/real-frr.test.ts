import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { createLab, type Frr, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { worlds } from '../src/arbitrary/worlds.ts'
import { compileWorld } from '../src/compile-world.ts'
import { refusedByFrr } from '../src/forewarned.ts'
import { oddNames } from '../src/odd-names.ts'

/** What FRR says about lines that it takes. */
const remarks =
  /^(Reserved AS used|Graceful restart configuration changed|% Echo mode works correctly for IPv4, but only works|Zebra [a-zA-Z -]+ debugging is on$)/
/** What vtysh of 10.7 says of its own work. */
const progress = /^(?:Waiting for children |\[\d+\|\w+\] (?:sending configuration|done)$)/
/** From 10.5 on, bgpd refuses graceful restart in a VRF that is not there, and does it. */
const refused = /: Failure to communicate\[13\] to bgpd, line: +neighbor \S+ graceful-restart(?:-helper)?$/
const wordsOfRefusal = /^% Invalid value$|bgpd\] Configuration file\[\S+\] processing failure: 13$/

/** What a fresh FRR, without any VRF or interface, says against a frr.conf; and what it runs then. */
async function load(lab: Lab, name: string, frrConf: string): Promise<{ said: readonly string[]; running: string }> {
  const frr = await startFrr(await lab.node(name))
  try {
    await writeFile(frr.configFile, frrConf)
    const words = (await vtysh(frr)).split('\n').filter((line) => line.trim() !== '')
    const isDone = words.some((line) => refused.test(line))
    const nothing = [remarks, progress, ...(isDone ? [refused, wordsOfRefusal] : [])]
    return { said: words.filter((line) => !nothing.some((each) => each.test(line))), running: await frr.running() }
  } finally {
    await frr.stop()
  }
}

/** Also where vtysh ends with an exit code, which it does for some of its complaints. */
async function vtysh({ install, pathspace, configFile }: Frr): Promise<string> {
  const run = promisify(execFile)(install.vtysh, ['-N', pathspace, '-f', configFile])
  const { stdout, stderr } = await run.catch((error: { stdout: string; stderr: string }) => error)
  return `${stdout}${stderr}`
}

describe.runIf(await requireLab())('a real FRR', { timeout: 120_000 }, () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await createLab({ name: 'fuzz' })
  })
  afterAll(() => lab.stop())

  test('takes every line of 40 accepted worlds', async () => {
    const accepted = fc
      .sample(worlds, { seed: 5, numRuns: 300 })
      .map((world) => compileWorld(world))
      .flatMap((compiled) => (compiled.ok ? [compiled.value] : []))
      // Without raw snippets, which need not go together with what deviates; and larger ones, which say more.
      .filter(({ model, problems }) => model.rawSnippets.length === 0 && !problems.some(refusedByFrr))
      .toSorted((a, b) => b.frrConf.length - a.frrConf.length)
      .slice(0, 40)
    expect(accepted).toHaveLength(40)
    for (const [i, { frrConf, model }] of accepted.entries()) {
      const { said, running } = await load(lab, `world-${i}`, frrConf)
      expect({ said, frrConf }).toEqual({ said: [], frrConf })
      const sessions = model.routers.flatMap(({ neighbors }) => neighbors).length
      expect(running.match(/ remote-as /g)?.length ?? 0).toBe(sessions)
    }
  })

  test('bears every odd name that we accept', async () => {
    const compiled = compileWorld(oddNames())
    if (!compiled.ok) throw new Error('BUG: names that are accepted one by one are refused together')
    const { frrConf, model } = compiled.value
    const { said, running } = await load(lab, 'odd-names', frrConf)
    expect(said).toEqual([])
    const lines = new Set(running.split('\n').map((line) => line.trim()))
    const words = frrConf
      .split('\n')
      .filter((line) => / (remote-as|password|update-source) |router bgp|profile /.test(line))
    expect(words.map((line) => line.trim()).filter((line) => !lines.has(line))).toEqual([])
    expect([model.routers.length, model.bfdProfiles.length].every((count) => count > 40)).toBe(true)
  })
})
