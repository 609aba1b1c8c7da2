import { formatProblem, hidden, type Secret, secret } from '@frrkit/model'
import { expect, test } from 'vitest'
import { asked, claims } from '../../test/claims.ts'
import { same } from './same.ts'

test.each([
  { case: 'nobody sets it', told: claims<string | undefined>(undefined, undefined), merged: undefined },
  { case: 'all set it alike', told: claims('lo', 'lo'), merged: 'lo' },
  { case: 'nobody says anything', told: claims<string | undefined>(), merged: undefined },
])('$case', ({ told, merged }) => {
  expect(same<string>()(asked, told)).toEqual({ ok: true, value: merged })
})

test('leaving it out is saying that there is none', () => {
  const result = same<string>()(asked, claims('lo', undefined))
  expect(!result.ok && result.problems.map(formatProblem)).toEqual([
    `neighbor 192.0.2.1: field: objects ask for different values [merge/conflict]
  lo       FRRConfiguration frr-system/a  spec.field
  nothing  FRRConfiguration frr-system/b  spec.field
help: set field to the same value in all of these objects, or in none`,
  ])
})

const ofSecrets = same<Secret>({ key: (password) => password.reveal(), say: () => hidden })

test('secrets are the same when their texts are', () => {
  const result = ofSecrets(asked, claims(secret('s3cret'), secret('s3cret')))
  expect(result.ok && result.value?.reveal()).toBe('s3cret')
})

test('a conflict of secrets prints neither', () => {
  const result = ofSecrets(asked, claims(secret('s3cret'), secret('hunter2')))
  expect(!result.ok && result.problems.map(({ evidence }) => evidence.map(({ says }) => says))).toEqual([
    [hidden, hidden],
  ])
  expect(JSON.stringify(result)).not.toMatch(/s3cret|hunter2/)
})
