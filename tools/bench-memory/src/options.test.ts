import { expect, test } from 'vitest'
import { readOptions, usualPrefixes } from './options.ts'

test('nothing asks for the daemon alone', () => {
  expect(readOptions([])).toEqual({})
})

test('two releases, and all else as usual', () => {
  expect(readOptions(['--frr', '10.3,8.4'])).toEqual({
    frr: {
      releases: ['10.3', '8.4'],
      objects: 1000,
      prefixes: undefined,
      runs: 1,
      rest: 60,
      profile: undefined,
      oursOnly: false,
    },
  })
})

test('8.4 gets as many objects, and one prefix of each', () => {
  expect(['8.4', '10.3'].map(usualPrefixes)).toEqual([1, 100])
})

test.each([
  { words: ['--frr', '10.3', '--objects', 'many'], wrong: 'many is not a whole number from 1 to 99999' },
  { words: ['--runs', '2'], wrong: '--runs is for --frr' },
  { words: ['--nothing'], wrong: expect.stringContaining("Unknown option '--nothing'") },
])('$words', ({ words, wrong }) => {
  expect(readOptions(words)).toEqual({ wrong })
})
