import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('a short run', () => {
  const words = [
    '--frr',
    '10.3',
    '--loaded',
    '10',
    '--neighbors',
    '100',
    '--cases',
    'last,first load',
    '--runs',
    '3',
    '--slow-runs',
    '1',
  ]
  expect(readOptions(words)).toEqual({
    releases: ['10.3'],
    loaded: [10],
    neighbors: 100,
    cases: ['one prefix added, sorting last', 'first load'],
    runs: 3,
    firstLoads: 3,
    slowRuns: 1,
    pause: 100,
    json: undefined,
  })
})

test('everything', () => {
  expect(readOptions([])).toMatchObject({
    releases: ['8.4', '10.3'],
    loaded: [10, 1000, 10_000],
    neighbors: 0,
    runs: 7,
  })
})

test.each([
  { words: ['--frr', '7.5'], wrong: 'there is no release 7.5: 8.4, 10.3 or newest' },
  { words: ['--loaded', 'many'], wrong: 'many is not a whole number below 100000' },
  { words: ['--cases', 'nothing'], wrong: 'no case is called nothing' },
])('$words', ({ words, wrong }) => {
  expect(readOptions(words)).toEqual({ wrong })
})
