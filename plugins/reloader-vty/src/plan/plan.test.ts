import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareFrrTexts, compareWithRunning, parseFrrText } from '@frrkit/frr-text'
import { fixtures } from '@frrkit/testing'
import { expect, test } from 'vitest'
import { type Planned, plan } from './plan.ts'

fixtures(join(import.meta.dirname, '../../fixtures/plan'), async (path) => {
  const [before, after] = await Promise.all(
    ['running.conf', 'wanted.conf'].map(async (name) => parseFrrText(await readFile(join(path, name), 'utf8'))),
  )
  if (before === undefined || after === undefined) throw new Error('BUG: two files')
  const { release } = before
  const planned = plan({ before, after, release, comparison: compareWithRunning(before, after) })
  if (planned.status === 'planned') {
    const { result } = planned.plan
    const again = plan({ before: result, after, release, comparison: compareFrrTexts(result, after) })
    expect(planText(again), 'the same configuration again').toBe('')
  }
  return { 'plan.txt': planText(planned) }
})

test('a configuration that runs already needs no plan', () => {
  const text = parseFrrText('router bgp 64512\n neighbor 192.0.2.1 remote-as 64513\n')
  const planned = plan({
    before: text,
    after: text,
    release: { version: '10.3' },
    comparison: compareFrrTexts(text, text),
  })
  expect(planned).toMatchObject({ status: 'planned', plan: { steps: [], result: text } })
})

test('what nobody knows how to take back is named without its secret, however it is spelled', () => {
  const before = parseFrrText('router bgp 64512\n neigh 192.0.2.1 passw s3cret\n')
  const after = parseFrrText('router bgp 64512\n')
  expect(plan({ before, after, release: { version: '10.3' }, comparison: compareFrrTexts(before, after) })).toEqual({
    status: 'not-understood',
    reasons: ['how to take back "neigh 192.0.2.1 passw (hidden)" in router bgp 64512'],
  })
})

test('who may log in is not taken back, though it was told', () => {
  const before = parseFrrText('password s3cret\nservice password-encryption\nline vty\n exec-timeout 0 0\n')
  const after = parseFrrText('')
  const comparison = compareFrrTexts(before, after)
  expect(comparison.contexts).toHaveLength(2)
  expect(plan({ before, after, release: { version: '10.3' }, comparison })).toMatchObject({ plan: { steps: [] } })
})

/** Each daemon and its lines, and the sessions that end. */
function planText(planned: Planned): string {
  if (planned.status === 'not-understood')
    return planned.reasons.map((reason) => `not understood: ${reason}\n`).join('')
  const { steps, resets } = planned.plan
  return [
    ...steps.map(({ daemon, lines }) => `${daemon}\n${lines.map((line) => `  ${line}\n`).join('')}`),
    ...resets().map(({ vrf, neighbor, because }) => `resets ${vrf} ${neighbor}: ${because.join(', ')}\n`),
  ].join('')
}
