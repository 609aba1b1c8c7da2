import { spawn } from 'node:child_process'
import { expect, test } from 'vitest'
import { isAlive, parseStat, pidsIn, pidsWithArguments, thisProcess } from './proc.ts'

const fields = '1 4711 4711 0 -1 4194560 100 0 0 0 1 2 0 0 20 0 1 0 123456 9000000 300'

test.each([
  { case: 'an ordinary process', stat: `4711 (bgpd) S ${fields}`, startTicks: 123456 },
  { case: 'a name with blanks and brackets', stat: `4711 (tmux: server (1)) R ${fields}`, startTicks: 123456 },
  { case: 'a zombie counts as gone', stat: `4711 (bgpd) Z ${fields}`, startTicks: undefined },
])('start time: $case', ({ stat, startTicks }) => {
  expect(parseStat(stat)).toBe(startTicks)
})

test('this process is alive, an earlier one of the same pid is not', () => {
  const { pid, startTicks } = thisProcess()
  expect(isAlive({ pid, startTicks })).toBe(true)
  expect(isAlive({ pid, startTicks: startTicks - 1 })).toBe(false)
})

test('a process is found by its namespace and by its arguments', () => {
  expect(pidsIn('/proc/self/ns/net')).toContain(process.pid)
  expect(pidsIn('/run/netns/no-such-namespace')).toEqual([])

  const child = spawn('sleep', ['600'])
  expect(pidsWithArguments(([program, time]) => program === 'sleep' && time === '600')).toContain(child.pid)
  expect(pidsWithArguments(([program]) => program === 'no-such-program')).toEqual([])
  child.kill()
})
