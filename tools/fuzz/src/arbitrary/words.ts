import * as fc from 'fast-check'

/** Names of interfaces and VRFs that Linux and FRR take, and that a careless writer of text would trip over. */
export const oddNames = [
  'ünï',
  'x"y',
  '!x',
  '#x',
  '{{x}}',
  'exit',
  'end',
  'no',
  'a,b',
  '$x',
  '0',
  'constructor',
] as const

const passwordCharacters = Array.from('abcXYZ0189!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~äß€漢😀')

/** Recognisable by their beginning, so that a leak is one and no coincidence. */
export const passwords: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...passwordCharacters), { minLength: 6, maxLength: 16 })
  .map((characters) => `Zq7${characters.join('')}`)

/** The same time in several spellings; whole seconds count. */
export function durationTexts(seconds: number): readonly [string, ...string[]] {
  const minutes = `${Math.floor(seconds / 60)}m${seconds % 60}s`
  return [`${seconds}s`, minutes, `${seconds}.0s`]
}
