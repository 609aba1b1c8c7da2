import { expect, test } from 'vitest'
import { refusedLines } from './refused-lines.ts'
import { createWording } from './words.ts'

const text = 'router bgp 1\n nonsense\n neighbor x password s3cret\n neighbor y port 7\n'

test.each([
  {
    case: 'a word that nobody knows',
    words: 'line 2: % Unknown command[4]:  nonsense',
    lines: [{ at: 2, line: 'nonsense', why: '% Unknown command' }],
  },
  {
    case: 'what a daemon does not take, with its words, and what comes of it',
    words:
      'line 4: Failure to communicate[13] to bgpd, line:  neighbor y port 7\n% Specify remote-as first\nline 2: % Unknown command[4]:  nonsense',
    lines: [
      { at: 4, line: 'neighbor y port 7', why: '% Specify remote-as first' },
      { at: 2, line: 'nonsense', why: '% Unknown command' },
    ],
  },
  {
    case: 'what a daemon does not take, without its words',
    words: '[12|bgpd] line 3: Failure to communicate[13] to bgpd, line:  neighbor x password (hidden)',
    lines: [{ at: 3, line: 'neighbor x password (hidden)', why: 'Failure to communicate to bgpd' }],
  },
  { case: 'words that name no line', words: '% Configuration failed.\n', lines: [] },
  { case: 'a line that is not there', words: 'line 99: % Unknown command[4]:  nonsense', lines: [] },
])('$case', ({ words, lines }) => {
  expect(refusedLines(text, words, createWording(text))).toEqual(lines)
})
