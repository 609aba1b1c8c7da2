import { expect, test } from 'vitest'
import { readLines } from './lines.ts'

test.each([
  { case: 'blanks and tabs, and lines that end as on Windows', text: '\trouter  bgp\t1 \r\n neighbor x\r\n' },
  { case: 'comments and empty lines', text: '! x\nrouter bgp 1\n\n # y\nneighbor x' },
])('$case', ({ text }) => {
  expect(readLines(text)).toEqual(['router bgp 1', 'neighbor x'])
})

test.each([
  { case: 'a no-break space', text: ' neighbor\u00a0x  y', lines: ['neighbor\u00a0x y'] },
  { case: 'a byte order mark', text: '\ufeffrouter bgp 1\nneighbor x', lines: ['\ufeffrouter bgp 1', 'neighbor x'] },
  { case: 'a vertical tab', text: 'neighbor\vx\t\r\n', lines: ['neighbor\vx'] },
  { case: 'a carriage return within a line', text: 'exit\rrouter bgp 1\r\n', lines: ['exit\rrouter bgp 1'] },
])('what FRR takes for no blank: $case', ({ text, lines }) => {
  expect(readLines(text)).toEqual(lines)
})
