import { expect, test } from 'vitest'
import { fittingNumbers } from './sequence-numbers.ts'

const stays = (has: number, wanted = 1) => ({ has, wanted })
const comes = (wanted: number) => ({ wanted })

test.each([
  { case: 'wanted numbers that fit are taken', entries: [stays(10), comes(15), stays(20)], numbers: [10, 15, 20] },
  { case: 'one too low goes behind the one before', entries: [stays(10), comes(1), stays(20)], numbers: [10, 11, 20] },
  { case: 'one too high goes before the next', entries: [stays(10), comes(99), stays(20)], numbers: [10, 19, 20] },
  {
    case: 'two leave room for each other',
    entries: [stays(10), comes(30), comes(40), stays(20)],
    numbers: [10, 18, 19, 20],
  },
  { case: 'no room between two', entries: [stays(10), comes(1), stays(11)], numbers: undefined },
  { case: 'no room before the first', entries: [comes(1), stays(1)], numbers: undefined },
  { case: 'behind the last one as wanted', entries: [stays(10), comes(50)], numbers: [10, 50] },
  { case: 'behind the highest number there is nothing', entries: [stays(100), comes(50)], numbers: undefined },
  { case: 'all new', entries: [comes(5), comes(10)], numbers: [5, 10] },
])('$case', ({ entries, numbers }) => {
  expect(fittingNumbers(entries, 100)).toEqual(numbers)
})
