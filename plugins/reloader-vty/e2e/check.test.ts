import { createLab, endsWhen, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { type ContextKind, compareWithRunning, isAmong, isEmpty, parseFrrText } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { check } from '../src/check/check.ts'
import { rules } from '../src/grammar/rules.ts'
import { undoLine } from '../src/grammar/undo.ts'
import { baseOf, pathOf, takerOf } from './bases.ts'
import { type Talk, talkTo } from './talk.ts'
import { together } from './together.ts'
import { variantsOf } from './variants.ts'

const canRun = await requireLab()
const kinds = Object.keys(rules) as ContextKind[]

describe.runIf(canRun).each(canRun ? await frrVersions() : [])('FRR $version', { timeout: 120_000 }, (install) => {
  const release = { version: install.version }
  let lab: Lab
  let talk: Talk
  beforeAll(async () => {
    lab = await createLab({ name: 'check' })
    talk = talkTo(await startFrr(await lab.node('c'), { install, config: 'bfd\n profile slow\n' }))
  })
  afterAll(async () => {
    talk?.close()
    await lab?.stop()
  })

  test.each(kinds)(
    'of lines with odd values in %s, what is wrong is what FRR refuses or does not show',
    async (kind) => {
      const base = baseOf(kind, '')
      await fresh(base)
      const missed: string[] = []
      let judged = 0
      for (const rule of (rules[kind] ?? []).filter((each) => isAmong(release, each))) {
        for (const line of variantsOf(rule.line)) {
          const daemon = takerOf(kind, line, release)
          if (daemon === undefined || kills.test(line) || endsMgmtd(daemon, line)) continue
          const path = pathOf(kind, line)
          const before = await talk.shown(daemon)
          const verdict = await compareVerdicts(daemon, before, [...path, line])
          if (verdict === undefined) continue
          judged++
          if (!isKnowingly(verdict.takes, verdict.finds, line)) missed.push(`${line.slice(0, 120)}: ${verdict.words}`)
          const undo = undoLine(kind, line, release)
          const shown = await talk.shown(daemon)
          if (shown !== before && undo !== undefined) await talk.tell(daemon, [...path, undo])
          if (daemon === 'bgpd' && (await talk.shown(daemon)) !== before) await fresh(base)
        }
      }
      expect(missed).toEqual([])
      expect(judged).toBeGreaterThan(0)
    },
  )

  test('of lines beside each other, what is wrong is what FRR refuses or does not show', async () => {
    const missed: string[] = []
    for (const text of together) {
      const lines = text.split(' / ')
      const daemon = takerOf('top', lines[0] ?? '', release) ?? 'bgpd'
      if (endsMgmtd(daemon, text)) continue
      await fresh([])
      const before = await talk.shown(daemon)
      const verdict = await compareVerdicts(daemon, before, lines)
      if (verdict !== undefined && !isKnowingly(verdict.takes, verdict.finds, text))
        missed.push(`${text}: ${verdict.words}`)
      if (daemon !== 'bgpd')
        await talk.tell(
          daemon,
          lines.flatMap((line) => (line.startsWith('vni ') ? [`no ${line}`] : [line])),
        )
    }
    expect(missed).toEqual([])
  })

  function endsMgmtd(daemon: DaemonName, text: string): boolean {
    return (
      daemon === 'mgmtd' &&
      refusedByZebra.test(text) &&
      endsWhen('one daemon refuses what mgmtd asks of several', release)
    )
  }

  /** What the check says of lines, and what FRR does; undefined where the check leaves it to FRR. */
  async function compareVerdicts(daemon: DaemonName, before: string, lines: readonly string[]) {
    const wanted = parseFrrText([before, 'end', ...lines].join('\n'))
    const { wrong, unknown } = check(wanted, compareWithRunning(parseFrrText(before), wanted), release)
    if (unknown.length > 0) return undefined
    const refusals = await talk.tell(daemon, lines)
    const shows = isEmpty(compareWithRunning(parseFrrText(await talk.shown(daemon)), wanted))
    const takes = refusals.length === 0 && shows
    const finds = wrong.map(({ why }) => why).join('; ')
    const words = `${finds || 'right'}, and FRR ${refusals.join() || (shows ? 'takes it' : 'does not show it')}`
    return { takes, finds, words }
  }

  async function fresh(base: readonly string[]): Promise<void> {
    const { contexts, filterLists, routeMaps } = parseFrrText(await talk.shown('bgpd'))
    await talk.tell('bgpd', [
      ...contexts.flatMap(({ kind, path }) => (kind === 'router-bgp' ? [`no ${path[0]}`] : [])).toReversed(),
      ...routeMaps.map(({ name }) => `no route-map ${name}`),
      ...filterLists.map(({ kind, name }) => `no ${kind} ${name}`),
    ])
    await talk.tell('bfdd', ['no bfd', 'bfd', 'profile slow'])
    expect(await talk.tell('bgpd', base)).toEqual([])
  }
})

/** bgpd ends at the next `show running-config`. */
const kills = /^match (?:metric 0$|community-limit (?:0|1025)$|.*n{129})/

/** And not by mgmtd, which asks zebra and staticd. */
const refusedByZebra = /^(?:ip address (?:0|127|224|255)\.|vrf red \/ vni 10 \/ exit \/ vrf blue \/ vni 10$)/

/** Whether both agree, or it is known why they do not. */
function isKnowingly(takes: boolean, finds: string, line: string): boolean {
  if (takes === (finds === '')) return true
  return takes ? stricter.some((reason) => reason.test(finds)) : laxer.some((known) => known.test(line))
}

const stricter: readonly RegExp[] = [
  // FRR takes the name, and lets nothing pass as long as there is no such route-map.
  /^there is no route-map /,
  // FRR takes what is no address for the name of an interface.
  /^\S+ is no IPv[46] address$/,
  // FRR takes it, and it is no interface.
  / is an address, not an interface$/,
  // Two lists of one name to FRR, and one to whoever reads it.
  / is a number, not a name$/,
  // No list can have that name, or be matched by it.
  /^a name of 129 bytes/,
  // 8.4 takes next hops that 10.3 refuses.
  /^(?:0|127)\.\S+ is no address of a next hop$/,
  // Not before 10.6; until then, the AS of a member is that of its group.
  /^the AS is that of the peer-group \S+, and there is a remote-as of its own$/,
  // From 10.5 on, FRR gives an interface any address, as the kernel does.
  / is no address of an interface$/,
  // 10.7 shows both, and routes have one.
  /^another next hop of the prefix has another tag: /,
  // 10.7 takes a bandwidth of nothing.
  /^0 is not between 1 and 2147483647$/,
  // RFC 4364 has no room for it; 10.3 shows it all the same.
  /is more than 65535$/,
]

const laxer: readonly RegExp[] = [
  // 8.4 does not show it at a router.
  /^rd 0:0$/,
  // It says no word, and does nothing: no difference, for frr-text.
  /neighbor eth0 update-source /,
  // More routes would be suppressed than are used again.
  /^(?:bgp|neighbor \S+) dampening 1 20000 1 1$/,
  // Class E: from 10.4 on, FRR takes it; before, it refuses it itself.
  /^set ip next-hop 2(?:4\d|5[0-5])\./,
]
