import { parseFrrText } from '@frrkit/frr-text'
import type { DaemonName } from '@frrkit/vty'
import { expect, test } from 'vitest'
import { withoutStaleCopies } from '../watch/stale-copies.ts'
import { createReading, mergeRunning } from './merge-running.ts'

const list = (prefix: string) => `ip prefix-list a seq 1 permit ${prefix}\n`
const head = 'frr version 8.4.4\nlog stdout\n'

function read(texts: Partial<Record<DaemonName, string>>) {
  return createReading()(new Map(Object.entries(texts) as [DaemonName, string][]))
}

test('contexts are put together; lists are those of bgpd', () => {
  const running = mergeRunning(
    read({
      zebra: `${head}${list('10.9.0.0/24')}vrf red\n vni 7\nexit-vrf\n`,
      bgpd: `${head}${list('10.0.0.0/24')}vrf red\nexit-vrf\nrouter bgp 65001\n`,
    }),
    parseFrrText('log stdout\n'),
  )
  expect(running.release).toEqual({ version: '8.4.4' })
  expect(running.filterLists.map(({ entries }) => entries.map(({ match }) => match))).toEqual([['10.0.0.0/24']])
  expect(running.contexts.map(({ path, lines }) => [path.join(), lines])).toEqual([
    ['', ['frr version 8.4.4', 'log stdout']],
    ['vrf red', ['vni 7']],
    ['router bgp 65001', []],
  ])
})

test('a log line is there when every daemon has it', () => {
  const texts = { zebra: head, bgpd: 'frr version 8.4.4\n', bfdd: head }
  const top = (wanted: string) => mergeRunning(read(texts), parseFrrText(wanted)).contexts[0]?.lines
  expect(top('log stdout')).toEqual(['frr version 8.4.4'])
  // mgmtd and staticd may have ended, too.
  const others = { mgmtd: 'frr version 10.3\n', zebra: head, bgpd: head.replace('8.4.4', '10.3'), bfdd: head }
  expect(mergeRunning(read(others), parseFrrText('log stdout')).contexts[0]?.lines).not.toContain('log stdout')
  // Nobody wants it: then one that has it is enough to take it away.
  expect(top('')).toEqual(['frr version 8.4.4', 'log stdout'])
})

test('a text that did not change is not read again', () => {
  const reading = createReading()
  const first = reading(new Map([['bgpd', list('10.0.0.0/24')]]))
  const second = reading(new Map([['bgpd', list('10.0.0.0/24')]]))
  expect(second.get('bgpd')).toBe(first.get('bgpd'))
})

test.each<{ case: string; texts: Partial<Record<DaemonName, string>>; wanted: string; steps: object }>([
  { case: 'the same as bgpd has', texts: { zebra: list('10.0.0.0/24') }, wanted: list('10.0.0.0/24'), steps: [] },
  {
    case: 'another one, and a route-map that nobody wants',
    texts: {
      zebra: `${list('10.0.0.0/24')}route-map m permit 1\n match ip address prefix-list a\n`,
      bgpd: list('10.1.0.0/24'),
    },
    wanted: list('10.1.0.0/24'),
    steps: [{ daemon: 'zebra', lines: ['no route-map m', 'no ip prefix-list a'] }],
  },
  {
    case: 'one that mgmtd gives to zebra',
    texts: { mgmtd: list('10.0.0.0/24'), zebra: list('10.0.0.0/24') },
    wanted: '',
    steps: [{ daemon: 'mgmtd', lines: ['no ip prefix-list a'] }],
  },
  {
    case: 'zebra filters by it',
    texts: { zebra: list('10.0.0.0/24') },
    wanted: `ip protocol bgp route-map m\n${list('10.1.0.0/24')}`,
    steps: [],
  },
])('copies of lists: $case', ({ texts, wanted, steps }) => {
  expect(withoutStaleCopies(read(texts), parseFrrText(wanted))).toEqual(steps)
})
