import { compareFrrTexts, parseFrrText } from '@frrkit/frr-text'
import { expect, test } from 'vitest'
import { planFilterList } from './filter-list.ts'

/** Lists by their entries: `5 permit 10.0.0.0/8`. */
test.each([
  {
    case: 'an added number is taken',
    had: ['5 permit 10.0.0.0/8'],
    wanted: ['5 permit 10.1.0.0/16', '6 permit 10.0.0.0/8'],
    first: ['6 permit 10.1.0.0/16'],
    last: [],
  },
  {
    case: 'the number of one that goes is free',
    had: ['5 permit 10.0.0.0/8'],
    wanted: ['5 permit 10.1.0.0/16'],
    first: ['5 permit 10.1.0.0/16'],
    last: [],
  },
  {
    case: 'what stands twice goes twice',
    had: ['5 permit 10.0.0.0/8', '6 permit 10.0.0.0/8', '7 permit any'],
    wanted: ['7 permit any'],
    first: [],
    last: ['no 5 permit 10.0.0.0/8', 'no 6 permit 10.0.0.0/8'],
  },
  {
    case: 'a second copy is not sent',
    had: ['7 permit any'],
    wanted: ['5 permit 10.0.0.0/8', '6 permit 10.0.0.0/8', '7 permit any'],
    first: ['5 permit 10.0.0.0/8'],
    last: [],
  },
  {
    case: 'many come from the highest number down, whatever numbers are taken',
    had: ['7 permit 10.0.0.0/8'],
    wanted: ['5 permit 10.1.0.0/16', '6 permit 10.0.0.0/8', '7 permit 10.2.0.0/16', '9 permit 10.3.0.0/16'],
    first: ['9 permit 10.3.0.0/16', '8 permit 10.2.0.0/16', '5 permit 10.1.0.0/16'],
    last: [],
  },
  {
    case: 'where something denies, they come from the lowest number up: what is denied must not pass before',
    had: [],
    wanted: ['5 deny 10.1.0.0/16', '6 permit 10.0.0.0/8'],
    first: ['5 deny 10.1.0.0/16', '6 permit 10.0.0.0/8'],
    last: [],
  },
  {
    case: 'order matters once something denies',
    had: ['5 permit 10.0.0.0/8', '10 deny any'],
    wanted: ['1 deny 10.1.0.0/16', '2 permit 10.0.0.0/8', '3 deny any'],
    first: ['1 deny 10.1.0.0/16'],
    last: [],
  },
  {
    case: 'what changes places goes before it comes',
    had: ['5 permit 10.0.0.0/8', '10 deny any'],
    wanted: ['5 deny any', '10 permit 10.0.0.0/8'],
    first: ['no 10 deny any', '4 deny any'],
    last: [],
  },
])('$case', ({ had, wanted, first, last }) => {
  const [before, after] = [had, wanted].map((entries) =>
    parseFrrText(entries.map((entry) => `ip prefix-list p seq ${entry}`).join('\n')),
  ) as [ReturnType<typeof parseFrrText>, ReturnType<typeof parseFrrText>]
  const [change] = compareFrrTexts(before, after).filterLists
  if (change === undefined) throw new Error('no change')
  const planned = planFilterList(before.filterLists[0], after.filterLists[0], change)
  expect({ first: planned.first.map(short), last: planned.last.map(short) }).toEqual({ first, last })
})

function short(line: string): string {
  return line.replace('ip prefix-list p seq ', '')
}
