import { expect, test } from 'vitest'
import { judgeRun } from './judge-run.mjs'

const counted = (passed: number, failed: number, skipped: number) => JSON.stringify({ passed, failed, skipped })

test.each([
  { case: 'all pass', exitCode: 0, counts: counted(12, 0, 0), verdict: { line: '12 passed, 0 failed', exitCode: 0 } },
  {
    case: 'some are skipped',
    exitCode: 0,
    counts: counted(12, 0, 3),
    verdict: { line: '12 passed, 0 failed, 3 skipped', exitCode: 0 },
  },
  { case: 'some fail', exitCode: 1, counts: counted(12, 2, 0), verdict: { line: '12 passed, 2 failed', exitCode: 1 } },
  {
    case: 'all pass and the run fails',
    exitCode: 1,
    counts: counted(12, 0, 0),
    verdict: { line: '12 passed, 1 failed', exitCode: 1 },
  },
  {
    case: 'every test is skipped',
    exitCode: 0,
    counts: counted(0, 0, 3),
    verdict: { line: '0 passed, 1 failed, 3 skipped', exitCode: 1, complaint: 'no test ran' },
  },
  {
    case: 'vitest does not come to its tests',
    exitCode: 1,
    counts: '',
    verdict: { line: '0 passed, 1 failed', exitCode: 1, complaint: 'no test ran' },
  },
  {
    case: 'Ctrl-C before the first test',
    exitCode: 130,
    counts: '',
    verdict: { line: '0 passed, 1 failed', exitCode: 130, complaint: 'no test ran' },
  },
])('$case', ({ exitCode, counts, verdict }) => {
  expect(judgeRun({ exitCode, counts })).toEqual(verdict)
})
