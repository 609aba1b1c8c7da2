import { createLab, type Frr, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkText, messages } from './check-text.ts'
import { talkTo } from './talk.ts'

const canRun = await requireLab()
const attributes = `router bgp 65001 / neighbor 192.0.2.1 remote-as 65002 / neighbor 192.0.2.1 path-attribute discard 9
neighbor 192.0.2.1 path-attribute treat-as-withdraw 9`

/** What the check must not let through: bgpd ends of it, or when it goes. */
const texts: readonly { readonly text: string; readonly ends: RegExp; readonly goes?: string }[] = [
  { text: 'route-map m permit 1 / match evpn rd 65001:7', ends: /^8\./ },
  { text: 'route-map m permit 1 / match community-limit 0', ends: /^10\.3$/ },
  { text: 'route-map m permit 1 / match community-limit 1025', ends: /^10\./ },
  { text: 'route-map m permit 1 / match source-protocol table-direct', ends: /^10\.3$/ },
  { text: 'route-map m permit 1 / set extcommunity color 7', ends: /^10\./ },
  { text: 'route-map m permit 1 / match evpn rd x', ends: /./ },
  { text: 'route-map m permit 1 / match metric 0', ends: /^(?:8|10\.3)/ },
  { text: attributes, goes: 'no neighbor 192.0.2.1 path-attribute discard 9', ends: /^10\.3$/ },
].map((each) => ({ ...each, text: each.text.replaceAll(' / ', '\n') }))

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', (install) => {
  let lab: Lab
  let frr: Frr
  beforeAll(async () => {
    lab = await createLab({ name: 'deadly' })
    frr = await startFrr(await lab.node('a'), { install, daemons: ['zebra', 'bgpd'] })
  })
  afterAll(() => lab?.stop())

  test.each(texts.filter(({ ends }) => ends.test(install.version)))(
    'bgpd ends of what the check finds: $text',
    async ({ text, goes = '' }) => {
      expect(messages(checkText(text, { version: install.version }))).toHaveLength(1)
      const bgpd = frr.process('bgpd')
      const talk = talkTo(frr)
      await talk.tell('bgpd', [...text.split('\n'), goes]).catch(() => {})
      await talk.shown('bgpd').catch(() => {})
      talk.close()
      await expect.poll(() => bgpd?.ended(), { timeout: 10_000 }).toMatch(/^SIG/)
      await frr.startDaemon('bgpd')
    },
  )
})
