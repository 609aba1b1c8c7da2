import { expect, test } from 'vitest'
import { table } from './table.ts'

test('medians, ratios and targets', () => {
  const [change, loaded] = ['one prefix removed', 10] as const
  const many = { frr: '10.3', loaded, change, frrReload: [900, 1000, 2000], ours: [20, 4, 10, 8], daemons: [1, 2] }
  expect(table([many, { ...many, change: 'no change', daemons: [] }])).toBe(
    `\
| FRR  | loaded | change             | runs | frr-reload.py | vtysh -f | ours | faster | daemons       | of them | targets                                         |
| ---- | ------ | ------------------ | ---- | ------------- | -------- | ---- | ------ | ------------- | ------- | ----------------------------------------------- |
| 10.3 | 10     | one prefix removed | 4    | 1000 (3 runs) |          | 9.00 | 111×   | 1.50 (2 runs) | 6.00×   | met ≥ 25×, met ≤ 30 ms, MISSED ≤ 2× the daemons |
| 10.3 | 10     | no change          | 4    | 1000 (3 runs) |          | 9.00 | 111×   |               |         |                                                 |`,
  )
})

test('neighbors beside are said', () => {
  const result = { frr: '10.3', loaded: 10, neighbors: 99, frrReload: [], ours: [20], daemons: [] }
  expect(table([{ ...result, change: 'one neighbor added' }])).toContain('| 10.3 | 10 × 100 | one neighbor added |')
})
