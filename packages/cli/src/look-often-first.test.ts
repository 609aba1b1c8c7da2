import { expect, test } from 'vitest'
import { lookOftenFirst } from './look-often-first.ts'

/** When it looked, in seconds, and whether it collected then; the process has so many MiB at each look, and keeps so many. */
function looks(had: readonly number[], kept: readonly number[]): readonly string[] {
  const said: string[] = []
  let now = 0
  let next: (() => void) | undefined
  let collected = false
  let at = -1
  lookOftenFirst(
    {
      resident: () => (collected ? kept[at] : had[at]) ?? 0,
      collect: () => (collected = true),
    },
    (ms, look) => {
      if (at >= 0) said.push(`${now / 1_000} s${collected ? ': collected' : ''}`)
      now += ms
      next = look
    },
  )
  while (++at < had.length) {
    collected = false
    next?.()
  }
  return said
}

test('what a start has left behind goes, and what a first apply has; then there are fewer looks', () => {
  const had = [300, 120, 140, 420, 190, 195, 190, 190, 300]
  const kept = [110, 0, 110, 180, 0, 0, 0, 0, 190]
  expect(looks(had, kept)).toEqual([
    '10 s: collected',
    '20 s',
    '40 s: collected',
    '80 s: collected',
    '160 s',
    '280 s',
    '400 s',
    '520 s',
    '640 s: collected',
  ])
})
