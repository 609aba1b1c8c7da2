import { expect, test } from 'vitest'
import { decide, isCi } from './require-lab.ts'

const noFrr = { ok: false, reason: 'there is no FRR', fix: 'apt-get install frr' } as const

test('a machine that can, does, and says nothing', () => {
  const printed: string[] = []
  expect(decide({ ok: true }, { ci: true, print: (line) => printed.push(line) })).toBe(true)
  expect(printed).toEqual([])
})

test('a laptop skips, and says why', () => {
  const printed: string[] = []
  expect(decide(noFrr, { ci: false, print: (line) => printed.push(line) })).toBe(false)
  expect(printed).toEqual(['tests with a real FRR are skipped: there is no FRR\nhelp: apt-get install frr'])
})

test('CI never skips', () => {
  const message = 'tests with a real FRR cannot run: there is no FRR\nhelp: apt-get install frr'
  expect(() => decide(noFrr, { ci: true, print: () => {} })).toThrow(new Error(message))
})

test.each([
  { value: undefined, ci: false },
  { value: '', ci: false },
  { value: 'false', ci: false },
  { value: '0', ci: false },
  { value: 'true', ci: true },
  { value: '1', ci: true },
  { value: 'woodpecker', ci: true },
])('CI=$value', ({ value, ci }) => {
  expect(isCi(value)).toBe(ci)
})
