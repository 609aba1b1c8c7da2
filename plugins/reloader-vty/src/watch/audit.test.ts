import { parseFrrText } from '@frrkit/frr-text'
import type { Notice } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import type { Frr } from '../frr/frr.ts'
import { positionAt } from '../frr/position.ts'
import type { State } from '../state/state.ts'
import { audit } from './audit.ts'

const text = 'router bgp 65001\n neighbor 192.0.2.1 remote-as 65002\n'
const parsed = parseFrrText(text)

function never(): never {
  throw new Error('BUG: an audit that finds no copies tells FRR nothing')
}

/** An FRR that shows this text, however often it is told otherwise. */
function showing(shown: string): Frr {
  const sessions = new Map([['bgpd', 1]] as const)
  const answer = { byDaemon: new Map([['bgpd', parseFrrText(shown)]] as const), sessions, text: () => shown }
  const read = async () => ({ ok: true, ...answer }) as const
  return { read, readSettled: read, apply: never, prove: never, isStill: () => true }
}

/** What each of so many audits says; after `again`, the reload mends it, as far as FRR tells. */
async function audits(shown: readonly string[], mend: boolean): Promise<readonly (Notice | undefined)[]> {
  const byDaemon = new Map([['bgpd', parsed]] as const)
  const position = positionAt({ byDaemon, sessions: new Map([['bgpd', 1]]) }, parsed)
  let state: State = { verified: { text, parsed }, position, accepted: new Set(), drift: new Set() }
  const notices: (Notice | undefined)[] = []
  for (const each of shown) {
    const audited = await audit(showing(each), state, { mend })
    notices.push(audited.notice)
    state = audited.state.suspect === undefined ? audited.state : { ...audited.state, suspect: undefined, position }
  }
  return notices
}

const [mine, yours] = [`${text} neighbor 192.0.2.1 description mine\n`, `${text} neighbor 192.0.2.1 passive\n`]
const by = {
  mine: 'router bgp 65001 / neighbor 192.0.2.1 description mine',
  yours: 'router bgp 65001 / neighbor 192.0.2.1 passive',
}
const again = (line: string): Notice => ({ kind: 'again', words: `changed by hand:\n- ${line}` })
const leftAlone = { kind: 'drift', words: `it came back 3 times:\n- ${by.mine}` }

test.each([
  {
    case: 'what comes back again and again is left alone in the end, which is said once',
    shown: [mine, mine, mine, mine, mine],
    notices: [again(by.mine), again(by.mine), again(by.mine), leftAlone, undefined],
  },
  {
    case: 'so it is where it is gone for a while in between',
    shown: [mine, text, mine, text, mine, text, mine],
    notices: [again(by.mine), undefined, again(by.mine), undefined, again(by.mine), undefined, leftAlone],
  },
  {
    case: 'other changes are mended each',
    shown: [mine, yours, mine, yours],
    notices: [again(by.mine), again(by.yours), again(by.mine), again(by.yours)],
  },
])('$case', async ({ shown, notices }) => {
  expect(await audits(shown, true)).toEqual(notices)
})

test('without mending, a change is said when it comes and when it goes', async () => {
  expect(await audits([mine, mine, text], false)).toEqual([
    { kind: 'drift', words: `- ${by.mine}` },
    undefined,
    { kind: 'drift', words: '' },
  ])
})
