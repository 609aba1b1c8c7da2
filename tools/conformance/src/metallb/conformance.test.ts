import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readCases } from '../read-cases.ts'
import { answerMetallb } from './answer.ts'
import { canonConfig } from './canon.ts'
import type { MetallbCase } from './case.ts'

const measured = join(import.meta.dirname, '../../vectors/metallb.ndjson.gz')
const cases = () => readCases<MetallbCase>(measured, ['id', 'node', 'objects'])

test('every measured case comes out as it was measured', { timeout: 120_000 }, async () => {
  const different: string[] = []
  let count = 0
  for await (const given of cases()) {
    count++
    const first = compare(given)
    if (first !== undefined) different.push(`${given.id}: ${first}`)
  }
  expect(different).toEqual([])
  expect(count).toBe(854)
})

test('no case depends on the order of its objects', { timeout: 120_000 }, async () => {
  const different: string[] = []
  for await (const given of cases()) {
    const reversed = { ...given, objects: given.objects.toReversed() }
    if (JSON.stringify(answerMetallb(reversed)) !== JSON.stringify(answerMetallb(given))) different.push(given.id)
  }
  expect(different).toEqual([])
})

/** The first difference from what was measured, or nothing. */
function compare(given: MetallbCase): string | undefined {
  const { expect: wanted } = given
  const got = answerMetallb(given)
  if (wanted === undefined) return 'nothing was measured'
  if (!wanted.ok) return got.ok ? `accepted, though: ${wanted.reference}` : undefined
  if (!got.ok) return `refused: ${got.problems[0]}`
  const [expected, actual] = [wanted.config, got.config].map((config) => JSON.stringify(canonConfig(config)))
  if (expected !== actual) return `${expected}\n     is here: ${actual}`
  const announced = wanted.announced.toSorted().join()
  return announced === got.announced.join() ? undefined : `announced: ${announced}, here: ${got.announced.join()}`
}
