import { expect, test } from 'vitest'
import { createWording } from './words.ts'

const wording = createWording(
  'router bgp 1\n neighbor 192.0.2.1 password tops3cret\n neighbor 192.0.2.2 passw abbr3viated\n',
  " neighbor 192.0.2.3 password old-one\n neighbor 192.0.2.4 password ab\n neighbor 192.0.2.5 password back\\slash'd\n",
)

test.each([
  {
    case: 'a line of the configuration',
    output: ' neighbor 192.0.2.1 password tops3cret',
    words: ' neighbor 192.0.2.1 password (hidden)',
  },
  {
    case: 'an abbreviated line',
    output: 'line 7: % Unknown command: neighbor 192.0.2.2 passwo abbr3viated',
    words: 'line 7: % Unknown command: neighbor 192.0.2.2 password (hidden)',
  },
  {
    case: 'a misspelt line',
    output: 'neighbor 192.0.2.1 pasword tops3cret',
    words: 'neighbor 192.0.2.1 pasword (hidden)',
  },
  { case: 'a password that FRR runs now', output: '% Unknown: old-one.', words: '% Unknown: (hidden).' },
  { case: 'a password as Python prints it', output: `['x back\\\\slash\\'d']`, words: `['x (hidden)']` },
  {
    case: 'a short password as a word of its own',
    output: 'about ab, neighbor x ab',
    words: 'about ab, neighbor x (hidden)',
  },
  { case: 'colors and times', output: '2026-11-23 03:55:55,732 \u001b[91mWARNING\u001b[0m: failed', words: 'failed' },
  {
    case: 'the chatter of FRR 10',
    output:
      '[9|mgmtd] sending configuration\n[9|bgpd] Configuration file[/etc/frr/frr.conf] processing failure: 2\n' +
      'Waiting for children to finish applying config...\nMGMTD: No changes found to be committed!\n[9|zebra] done\n' +
      '% Configuration applied with notes:\n\nNo changes found to be committed!\n' +
      'BGP instance is already running; AS is 65001\n',
    words: 'BGP instance is already running; AS is 65001',
  },
  { case: 'blank and repeated lines', output: '% Failed\n\n\n% Failed\nThe end\n', words: '% Failed\nThe end' },
])('$case', ({ output, words }) => {
  expect(wording(output)).toBe(words)
})

test('words without end are cut', () => {
  const output = Array.from({ length: 1000 }, (_, i) => `line ${i}`).join('\n')
  const words = wording(output).split('\n')
  expect(words).toHaveLength(101)
  expect(words.at(-1)).toBe('… (900 more lines)')
})
