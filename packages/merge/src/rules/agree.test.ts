import { formatProblem } from '@frrkit/model'
import { expect, test } from 'vitest'
import { asked, claims } from '../../test/claims.ts'
import { agree } from './agree.ts'

test.each([
  { case: 'nobody says anything', told: claims<number | undefined>(), merged: undefined },
  { case: 'nobody sets it', told: claims<number | undefined>(undefined, undefined), merged: undefined },
  { case: 'one object sets it', told: claims(undefined, 90), merged: 90 },
  { case: 'two objects agree', told: claims(90, undefined, 90), merged: 90 },
  { case: 'zero is a value', told: claims(0, undefined), merged: 0 },
])('$case', ({ told, merged }) => {
  expect(agree<number>()(asked, told)).toEqual({ ok: true, value: merged })
})

test.each([
  { case: 'the default agrees with nothing', told: claims(undefined, 180), merged: 180 },
  { case: 'nothing agrees with nothing', told: claims<number | undefined>(undefined), merged: undefined },
  { case: 'two other values agree', told: claims(90, 90), merged: 90 },
])('where unset means 180: $case', ({ told, merged }) => {
  expect(agree({ unsetMeans: 180 })(asked, told)).toEqual({ ok: true, value: merged })
})

test('a conflict names every object that says something, and one way out', () => {
  const result = agree<number>()(asked, claims(90, undefined, 60, 90))
  expect(!result.ok && result.problems.map(formatProblem)).toEqual([
    `neighbor 192.0.2.1: field: objects ask for different values [merge/conflict]
  90  FRRConfiguration frr-system/a  spec.field
  60  FRRConfiguration frr-system/c  spec.field
  90  FRRConfiguration frr-system/d  spec.field
help: set field in one of these objects only, or to the same value in all`,
  ])
})

test('where unset means something, those that leave it out are part of the conflict', () => {
  const result = agree<number>({ unsetMeans: 180, say: (time) => `${time}s` })(asked, claims(90, undefined))
  expect(!result.ok && result.problems.map(formatProblem)).toEqual([
    `neighbor 192.0.2.1: field: objects ask for different values [merge/conflict]
  90s                   FRRConfiguration frr-system/a  spec.field
  nothing (means 180s)  FRRConfiguration frr-system/b  spec.field
help: set field to the same value in all of these objects, or in none`,
  ])
})

test('one object that contradicts itself is told so', () => {
  const [first, second] = claims(90, 60)
  const twice = [first, { ...second, origin: first?.origin }] as (typeof first)[]
  const result = agree<number>()(
    asked,
    twice.flatMap((claim) => claim ?? []),
  )
  expect(!result.ok && result.problems.map(({ reason, help }) => ({ reason, help }))).toEqual([
    { reason: 'one object asks for different values', help: 'keep one of the values of field' },
  ])
})
