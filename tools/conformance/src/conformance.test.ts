import { join } from 'node:path'
import { expect, test } from 'vitest'
import { answer } from './answer.ts'
import { canon } from './canon.ts'
import type { Case } from './case.ts'
import { differences } from './differences.ts'
import { readCases } from './read-cases.ts'

const measured = join(import.meta.dirname, '../vectors/merge-render.ndjson.gz')

test('every measured case comes out as it was measured', { timeout: 60_000 }, async () => {
  const different: string[] = []
  let count = 0
  for await (const given of readCases<Case>(measured, ['id', 'input'])) {
    count++
    const first = compare(given)
    if (first !== undefined) different.push(`${given.id}: ${first}`)
  }
  expect(different).toEqual([])
  expect(count).toBe(1745)
})

test('no case depends on the order of its objects', { timeout: 60_000 }, async () => {
  const different: string[] = []
  for await (const given of readCases<Case>(measured, ['id', 'input'])) {
    const reversed = { ...given, input: { ...given.input, configs: given.input.configs?.toReversed() ?? [] } }
    if (JSON.stringify(answer(reversed)) !== JSON.stringify(answer(given))) different.push(given.id)
  }
  expect(different).toEqual([])
})

/** The first difference from what was measured, or nothing. */
function compare(given: Case): string | undefined {
  const { expect: wanted } = given
  const got = answer(given)
  if (wanted === undefined) return 'nothing was measured'
  if (!wanted.ok) return got.ok ? `accepted, though: ${wanted.reference.join('; ')}` : undefined
  return got.ok ? differences(wanted.canon, canon(got.conf))[0] : `refused: ${got.problems[0]?.text}`
}
