import { expect, test } from 'vitest'
import type { CaseName } from './cases.ts'
import type { Result } from './result.ts'
import { verdicts } from './targets.ts'

const result = (given: Partial<Result>): Result => ({
  frr: '10.3',
  loaded: 10,
  change: 'one prefix removed',
  frrReload: [1000],
  ours: [20],
  daemons: [10],
  ...given,
})

test.each([
  { case: 'ten prefixes', given: {}, says: ['+ ≥ 25×', '+ ≤ 30 ms', '+ ≤ 2× the daemons'] },
  { case: 'too slow', given: { ours: [50] }, says: ['- ≥ 25×', '- ≤ 30 ms', '- ≤ 2× the daemons'] },
  { case: 'a thousand, 10.x', given: { loaded: 1000 }, says: ['+ ≥ 20×', '+ ≤ 2× the daemons'] },
  { case: 'a thousand, 8.4', given: { loaded: 1000, frr: '8.4.4' }, says: ['+ ≥ 10×', '+ ≤ 2× the daemons'] },
  { case: 'ten thousand', given: { loaded: 10_000, ours: [100] }, says: ['- ≥ 15×', '- ≤ 2× the daemons'] },
  { case: 'nothing to say to the daemons', given: { change: 'no change' as CaseName, daemons: [] }, says: [] },
  {
    case: 'a first load',
    given: { change: 'first load' as CaseName, vtyshFile: [30] },
    says: ['+ not slower than vtysh -f', '+ ≤ 2× the daemons'],
  },
])('targets: $case', ({ given, says }) => {
  expect(verdicts(result(given)).map(({ target, met }) => `${met ? '+' : '-'} ${target}`)).toEqual(says)
})
