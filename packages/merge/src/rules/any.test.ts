import { expect, test } from 'vitest'
import { asked, claims } from '../../test/claims.ts'
import { any } from './any.ts'

test.each([
  { case: 'nobody asks', told: claims<boolean | undefined>(undefined, false), merged: undefined },
  { case: 'one object asks', told: claims(false, undefined, true), merged: true },
])('$case', ({ told, merged }) => {
  expect(any()(asked, told)).toEqual({ ok: true, value: merged })
})
