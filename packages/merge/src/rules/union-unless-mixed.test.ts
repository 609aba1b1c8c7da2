import { formatProblem } from '@frrkit/model'
import { expect, test } from 'vitest'
import { asked, claims } from '../../test/claims.ts'
import { unionUnlessMixed } from './union-unless-mixed.ts'

test.each([
  { case: 'all leave it to FRR', told: claims<readonly string[]>([], []), merged: [] },
  { case: 'all name some', told: claims(['2:2'], ['1:1', '2:2']), merged: ['1:1', '2:2'] },
])('$case', ({ told, merged }) => {
  expect(unionUnlessMixed()(asked, told)).toEqual({ ok: true, value: merged })
})

test('one that names some takes from one that leaves all to FRR', () => {
  const result = unionUnlessMixed()(asked, claims(['1:1', '2:2'], []))
  expect(!result.ok && result.problems.map(formatProblem)).toEqual([
    `neighbor 192.0.2.1: field: objects ask for different values [merge/conflict]
  1:1 2:2                     FRRConfiguration frr-system/a  spec.field
  nothing (FRR derives them)  FRRConfiguration frr-system/b  spec.field
help: set field in all of these objects, or in none`,
  ])
})
