import { expect, test } from 'vitest'
import { isOf, isRelease, parseReleases, releaseNames, suiteOf } from './releases.ts'

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
  const named = ['8.4', '10.3', 'newest']
  expect([...named, '8.4.4', 'toString'].filter(isRelease)).toEqual(named)
  expect(releaseNames).toEqual(named)
})

test('each release is in a suite of its own', () => {
  const suites = releaseNames.map((release) => suiteOf(release))
  expect(new Set(suites).size).toBe(releaseNames.length)
})

test.each([
  { text: undefined, releases: undefined },
  { text: '', releases: undefined },
  { text: '8.4, newest', releases: ['8.4', 'newest'] },
])('FRRKIT_FRR=$text names $releases', ({ text, releases }) => {
  expect(parseReleases(text)).toEqual(releases)
})

test('FRRKIT_FRR of something else says what there is', () => {
  const message = 'FRRKIT_FRR names 7.5, which is no release\nhelp: 8.4, 10.3, newest'
  expect(() => parseReleases('10.3,7.5')).toThrow(new Error(message))
})
