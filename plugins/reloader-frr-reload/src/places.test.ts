import { expect, test } from 'vitest'
import { placesOf, type ReloaderFrrReloadOptions } from './places.ts'

test.each([
  { options: { confFile: 7 }, words: 'the option confFile has to be a string' },
  { options: { applyWithin: '1s' }, words: 'the option applyWithin has to be a number' },
  { options: { prefix: 'ip netns exec a' }, words: 'the option prefix has to be a list' },
])('$options from a config file is refused: $words', ({ options, words }) => {
  expect(() => placesOf(options as unknown as ReloaderFrrReloadOptions)).toThrow(words)
})
