import { createLab, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareWithRunning, isEmpty, parseFrrText } from '../src/index.ts'
import { byHand, written } from './texts.ts'

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  let lab: Lab
  beforeAll(async () => {
    lab = await createLab({ name: 'frr-text' })
  })
  afterAll(() => lab?.stop())

  test.each([
    { case: 'frrkit', node: 'w', text: written },
    { case: 'a person', node: 'h', text: byHand },
  ])('what $case wrote is what runs', async ({ node, text }) => {
    const frr = await startFrr(await lab.node(node), { install, config: text })
    const running = parseFrrText(await frr.running())
    expect(compareWithRunning(running, parseFrrText(text))).toEqual({ contexts: [], filterLists: [], routeMaps: [] })
    expect(
      isEmpty(compareWithRunning(running, parseFrrText(text.replace('10.8.3.0', '10.8.5.0').replace('.9.9', '.9.8')))),
    ).toBe(false)
  })
})
