import { join } from 'node:path'
import * as fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { readCases } from '../read-cases.ts'
import { answerMetallb } from './answer.ts'
import type { MetallbCase } from './case.ts'

/** A field or an entry of a list, somewhere in the objects of a case. */
type Place = { readonly at: Record<string, unknown> | unknown[]; readonly key: string }
type Change = {
  readonly how: 'drop' | 'twice' | 'swap' | 'take' | 'put' | 'turn'
  readonly where: number
  readonly other: number
}

const oddities = [null, 0, -1, 1.5, 70_000, 2 ** 40, '', 'x', [], {}, true, '::1', '10.0.0.0/8', '\n', ['a'], { a: 1 }]
const change = fc.record({
  how: fc.constantFrom<Change['how']>('drop', 'twice', 'swap', 'take', 'put', 'turn'),
  where: fc.nat(),
  other: fc.nat(),
})

const cases: MetallbCase[] = []
beforeAll(async () => {
  const file = join(import.meta.dirname, '../../vectors/metallb.ndjson.gz')
  for await (const one of readCases<MetallbCase>(file, ['id', 'node', 'objects'])) cases.push(one)
})

test('a measured case with fields and objects dropped, doubled, swapped and replaced has an answer', () => {
  fc.assert(
    fc.property(fc.nat(), fc.array(change, { minLength: 1, maxLength: 5 }), (which, changes) => {
      const measured = cases[which % cases.length] ?? expect.fail('no cases')
      const { expect: _, ...given } = structuredClone(measured)
      for (const one of changes) apply(one, placesIn(given.objects))
      const answer = answerMetallb(given)
      expect(answer.id).toBe(given.id)
      if (!answer.ok) expect(answer.problems).not.toEqual([])
    }),
    { numRuns: 400, seed: 1 },
  )
}, 120_000)

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return []
  const at = value as Record<string, unknown>
  return Object.keys(at).flatMap((key) => [{ at, key }, ...placesIn(at[key])])
}

function apply({ how, where, other }: Change, places: readonly Place[]): void {
  const [place, there] = [places[where % places.length], places[other % places.length]]
  if (place === undefined || there === undefined) return
  const mine = read(place)
  if (how === 'drop') drop(place)
  else if (how === 'twice') {
    if (Array.isArray(place.at)) place.at.splice(Number(place.key), 0, structuredClone(mine))
    else write({ at: place.at, key: `${place.key}x` }, structuredClone(mine))
  } else if (how === 'swap') {
    write(place, structuredClone(read(there)))
    write(there, structuredClone(mine))
  } else if (how === 'take') write(place, structuredClone(read(there)))
  else if (how === 'put') write(place, structuredClone(oddities[other % oddities.length]))
  else if (Array.isArray(place.at)) place.at.reverse()
}

function read({ at, key }: Place): unknown {
  return (at as Record<string, unknown>)[key]
}

function write({ at, key }: Place, value: unknown): void {
  ;(at as Record<string, unknown>)[key] = value
}

function drop({ at, key }: Place): void {
  if (Array.isArray(at)) at.splice(Number(key), 1)
  else delete at[key]
}
