import { expect, test } from 'vitest'
import { type MetallbOptions, settingsOf } from './options.ts'
import { sourceMetallb } from './source-metallb.ts'

test('what is not said', () => {
  expect(settingsOf({})).toEqual({
    metallbNamespace: 'metallb-system',
    frrk8sNamespace: 'metallb-system',
    secretPassthrough: true,
    loadBalancerClass: '',
    ignoreExcludeLB: false,
  })
  expect(settingsOf({ metallbNamespace: 'lb', frrk8sNamespace: '' }).frrk8sNamespace).toBe('lb')
})

test.each([
  { options: { loadBalancerClass: 5 }, says: 'the option loadBalancerClass has to be a string' },
  { options: { secretPassthrough: 'no' }, says: 'the option secretPassthrough has to be a boolean' },
])('$says', ({ options, says }) => {
  expect(() => sourceMetallb(options as unknown as MetallbOptions)).toThrow(says)
})

test('the package brings one translator', () => {
  expect(sourceMetallb().map(({ contract, name }) => `${contract} ${name}`)).toEqual([
    'object-translator/v1 translator-metallb',
  ])
})
