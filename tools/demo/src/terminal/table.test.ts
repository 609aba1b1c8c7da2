import { expect, test } from 'vitest'
import { table, tableRow } from './table.ts'

test('columns line up, and nothing trails', () => {
  expect(table([['neighbor', 'sent'], ['172.18.0.5', '2'], ['x']])).toEqual(['neighbor    sent', '172.18.0.5  2', 'x'])
})

test('colours take no room', () => {
  expect(
    table([
      ['\u001b[32mup\u001b[39m', '1'],
      ['down', '2'],
    ]),
  ).toEqual(['\u001b[32mup\u001b[39m    1', 'down  2'])
})

test('a row keeps to the widths it is given', () => {
  expect(tableRow(['a', 'b', ''], [3, 4, 5])).toBe('a    b')
})
