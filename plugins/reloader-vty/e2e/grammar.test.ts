import { createLab, endsWhen, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import {
  type Comparison,
  type ContextKind,
  compareWithRunning,
  isAmong,
  isEmpty,
  parseFrrText,
  slotOf,
} from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { examplesOf } from '../src/grammar/examples.ts'
import type { Rule } from '../src/grammar/rule.ts'
import { rules } from '../src/grammar/rules.ts'
import { undoLine } from '../src/grammar/undo.ts'
import { baseOf, pathOf, takerOf } from './bases.ts'
import { type Talk, talkTo } from './talk.ts'

const canRun = await requireLab()
const kinds = Object.keys(rules) as ContextKind[]

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 60_000 }, (install) => {
  const release = { version: install.version }
  let lab: Lab
  let talk: Talk
  beforeAll(async () => {
    lab = await createLab({ name: 'grammar' })
    talk = talkTo(await startFrr(await lab.node('g'), { install, config: 'bfd\n profile slow\n' }))
    // What a kernel does not do, zebra shows as a line.
    await talk.tell(takerOf('top', 'ip forwarding', release) ?? 'zebra', ['ip forwarding', 'ipv6 forwarding'])
  })
  afterAll(async () => {
    talk?.close()
    await lab?.stop()
  })

  describe.each(kinds)('%s', (kind) => {
    const applying = (rules[kind] ?? []).filter(
      (rule) => isAmong(release, rule) && takerOfRule(kind, rule) !== undefined,
    )

    test.each(applying)('$line is taken, shown, and taken back', async (rule) => {
      await reset(kind, linesOf(rule)[0] ?? '')
      for (const line of linesOf(rule)) {
        const before = await shown(kind, rule)
        expect(await add(kind, rule, line)).toEqual([])
        expect(difference(await shown(kind, rule), withLine(before, kind, line))).toEqual(none)
        const undo = undoLine(kind, line, release)
        if (undo === undefined) continue
        expect(await add(kind, rule, line, undo)).toEqual([])
        expect(difference(await shown(kind, rule), before)).toEqual(none)
      }
    })

    // Who may log in is left alone where nobody speaks of it: what goes cannot be told from what does not.
    if (kind === 'line-vty') return

    test('each is taken back beside all others that go together', async () => {
      await reset(kind, '')
      const slots = new Set<string>()
      const together: { rule: Rule; line: string; undo: string }[] = []
      for (const rule of applying) {
        const line = linesOf(rule).at(-1) ?? ''
        if (line.startsWith('mac-vrf soo ') && endsWhen('a VNI that was there before mac-vrf soo goes', install))
          continue
        const undo = undoLine(kind, line, release)
        const before = await shown(kind, rule)
        const slot = slotOf(kind, line)
        if (undo === undefined || slots.has(slot) || (await add(kind, rule, line)).length > 0) continue
        if (same(await shown(kind, rule), withLine(before, kind, line)) && !same(await shown(kind, rule), before)) {
          together.push({ rule, line, undo })
          slots.add(slot)
        }
      }
      for (const { rule, line, undo } of together) {
        const all = await shown(kind, rule)
        expect(await add(kind, rule, line, undo)).toEqual([])
        expect({ undo, ...difference(withLine(await shown(kind, rule), kind, line), all) }).toEqual({ undo, ...none })
        expect(same(await shown(kind, rule), all), `${undo} does something`).toBe(false)
        expect(await add(kind, rule, line)).toEqual([])
      }
      for (const { rule, line, undo } of together) await add(kind, rule, line, undo)
      expect(together.length).toBeGreaterThan(applying.length / 2)
    })
  })

  async function reset(kind: ContextKind, line: string): Promise<void> {
    await talk.tell('bgpd', ['no router bgp 65001 vrf red', 'no router bgp 65001'])
    expect(await talk.tell('bgpd', baseOf(kind, line))).toEqual([])
    // Entries stay when their lines have gone, and all of bgpd are there.
    const taker = takerOf(kind, line, release)
    if (kind === 'route-map' && taker !== undefined && taker !== 'bgpd') await talk.tell(taker, pathOf(kind, line))
  }

  function takerOfRule(kind: ContextKind, rule: Rule): DaemonName | undefined {
    return takerOf(kind, linesOf(rule)[0] ?? '', release)
  }

  async function shown(kind: ContextKind, rule: Rule): Promise<string> {
    const running = await talk.shown(takerOfRule(kind, rule) ?? 'bgpd')
    // 10.6 and 10.7 make it of a line about the MED.
    return running.replace('\n use-underlays-nexthop-weight', '')
  }

  /** The line, or what takes it back, where the line belongs. */
  function add(kind: ContextKind, rule: Rule, line: string, said: string = line): Promise<readonly string[]> {
    return talk.tell(takerOfRule(kind, rule) ?? 'bgpd', [...pathOf(kind, line), said])
  }
})

function linesOf({ line, example }: Rule): readonly string[] {
  return example === undefined ? examplesOf(line) : [example]
}

function withLine(text: string, kind: ContextKind, line: string): string {
  return [text, 'end', ...pathOf(kind, line), line].join('\n')
}

function difference(running: string, wanted: string): Comparison {
  return compareWithRunning(parseFrrText(running), parseFrrText(wanted))
}

function same(running: string, wanted: string): boolean {
  return isEmpty(difference(running, wanted))
}

const none: Comparison = { contexts: [], filterLists: [], routeMaps: [] }
