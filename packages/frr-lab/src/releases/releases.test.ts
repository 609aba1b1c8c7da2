import { expect, test } from 'vitest'
import { isOf, isRelease } from './releases.ts'

test.each([
  { release: '8.4' as const, version: '8.4.4', is: true },
  { release: '10.3' as const, version: '10.3', is: true },
  { release: '10.3' as const, version: '10.30', is: false },
  { release: '8.4' as const, version: '10.8.4', is: false },
  { release: 'newest' as const, version: '10.7.1', is: false },
])('$version is of $release: $is', ({ release, version, is }) => {
  expect(isOf(release, version)).toBe(is)
})

test('names of releases', () => {
  expect(['8.4', '10.3', 'newest', '8.4.4', 'toString'].filter(isRelease)).toEqual(['8.4', '10.3', 'newest'])
})
