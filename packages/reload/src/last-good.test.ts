import type { Outcome } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { afterOutcome, afterRestore, type Goal, nextGoal, type ReloadState } from './last-good.ts'

test.each<{ case: string; state: ReloadState; goal: Goal | undefined }>([
  { case: 'nobody wants anything', state: {}, goal: undefined },
  { case: 'a first wish', state: { wanted: 'A' }, goal: { kind: 'apply', text: 'A' } },
  { case: 'FRR runs it', state: { wanted: 'A', running: 'A', lastGood: 'A' }, goal: undefined },
  {
    case: 'FRR runs something else',
    state: { wanted: 'B', running: 'A', lastGood: 'A' },
    goal: { kind: 'apply', text: 'B' },
  },
  { case: 'nobody knows what FRR runs', state: { wanted: 'A', lastGood: 'A' }, goal: { kind: 'apply', text: 'A' } },
  {
    case: 'FRR refused it and runs what it ran',
    state: { wanted: 'B', refused: 'B', running: 'A', lastGood: 'A' },
    goal: undefined,
  },
  {
    case: 'FRR refused it and runs a mixture',
    state: { wanted: 'B', refused: 'B', lastGood: 'A' },
    goal: { kind: 'restore', text: 'A' },
  },
  { case: 'a mixture, and nothing to go back to', state: { wanted: 'B', refused: 'B' }, goal: undefined },
  {
    case: 'a mixture, and the last good one is the refused one',
    state: { wanted: 'A', refused: 'A', lastGood: 'A' },
    goal: undefined,
  },
  {
    case: 'a mixture, and a new wish',
    state: { wanted: 'C', refused: 'B', lastGood: 'A' },
    goal: { kind: 'apply', text: 'C' },
  },
])('$case', ({ state, goal }) => {
  expect(nextGoal(state)).toEqual(goal)
})

const state: ReloadState = { wanted: 'B', running: 'A', lastGood: 'A' }

test.each<{ case: string; goal: Goal; outcome: Outcome; after: ReloadState }>([
  {
    case: 'accepted: it runs, and is the last good one',
    goal: { kind: 'apply', text: 'B' },
    outcome: { status: 'accepted', changed: true, words: '' },
    after: { wanted: 'B', running: 'B', lastGood: 'B' },
  },
  {
    case: 'refused as a whole: what ran runs on',
    goal: { kind: 'apply', text: 'B' },
    outcome: { status: 'rejected', running: 'unchanged', words: '' },
    after: { wanted: 'B', running: 'A', lastGood: 'A', refused: 'B' },
  },
  {
    case: 'refused half-way: what runs is not known',
    goal: { kind: 'apply', text: 'B' },
    outcome: { status: 'rejected', running: 'unknown', words: '' },
    after: { wanted: 'B', running: undefined, lastGood: 'A', refused: 'B' },
  },
  {
    case: 'nobody answers: FRR may come back with nothing',
    goal: { kind: 'apply', text: 'B' },
    outcome: { status: 'unreachable', words: '' },
    after: { wanted: 'B', running: undefined, lastGood: 'A' },
  },
  {
    case: 'the way back is refused: the wish stays refused, the last good one does not become it',
    goal: { kind: 'restore', text: 'A' },
    outcome: { status: 'rejected', running: 'unknown', words: '' },
    after: { wanted: 'B', running: undefined, lastGood: 'A' },
  },
])('$case', ({ goal, outcome, after }) => {
  expect(afterOutcome(state, goal, outcome)).toEqual(after)
})

const lines = [{ at: 7, line: 'nonsense', why: '% Unknown command' }]
const refusal: Outcome = { status: 'rejected', running: 'unknown', words: '% Unknown command\n', lines, problems: [] }

test.each<{ case: string; restore: Outcome; answer: Outcome }>([
  {
    case: 'the way back worked',
    restore: { status: 'accepted', changed: true, words: '' },
    answer: {
      status: 'rejected',
      running: 'unchanged',
      words: '% Unknown command\nThe configuration that FRR accepted last was applied again.',
    },
  },
  {
    case: 'the way back was refused too',
    restore: { status: 'rejected', running: 'unknown', words: '% Failed' },
    answer: {
      status: 'rejected',
      running: 'unknown',
      words: '% Unknown command\nThe configuration that FRR accepted last could not be applied again: % Failed',
    },
  },
  {
    case: 'FRR went away meanwhile',
    restore: { status: 'unreachable', words: 'not running: bgpd' },
    answer: {
      status: 'rejected',
      running: 'unknown',
      words:
        '% Unknown command\nThe configuration that FRR accepted last could not be applied again: not running: bgpd',
    },
  },
])('a refusal, and $case', ({ restore, answer }) => {
  // Whose line it was is as true after the way back.
  expect(afterRestore(refusal, restore)).toEqual({ ...answer, lines, problems: [] })
})
