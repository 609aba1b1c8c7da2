import { expect, test } from 'vitest'
import { type ReloaderVtyOptions, settingsOf } from './options.ts'

test.each([
  { options: { mend: 'false' }, words: 'the option mend has to be a boolean' },
  { options: { auditEvery: 'soon' }, words: 'the option auditEvery has to be a number' },
  { options: { pathspace: null }, words: 'the option pathspace has to be a string' },
])('$options from a config file is refused: $words', ({ options, words }) => {
  expect(() => settingsOf(options as unknown as ReloaderVtyOptions)).toThrow(words)
})

test('what is absent has a default', () => {
  expect(settingsOf({})).toMatchObject({
    confFile: '/etc/frr/frr.conf',
    mend: true,
  })
})
