import { expect, test } from 'vitest'
import { availableFrrs, complain } from './frr-versions.ts'

test('nothing is said while nothing is missing', () => {
  const printed: string[] = []
  complain([], { ci: true, print: (line) => printed.push(line) })
  expect(printed).toEqual([])
})

test('elsewhere, what is missing is printed', () => {
  const printed: string[] = []
  complain(['10.3'], { ci: false, print: (line) => printed.push(line) })
  expect(printed).toEqual(['tests do not run on FRR 10.3, which this machine lacks\nhelp: npm run frr:install'])
})

test('CI must have them all', () => {
  const message = 'tests cannot run on FRR 8.4 and FRR 10.3, which this machine lacks\nhelp: npm run frr:install'
  expect(() => complain(['8.4', '10.3'], { ci: true, print: () => {} })).toThrow(new Error(message))
})

test('every FRR is there once', async () => {
  const programs = (await availableFrrs()).map(({ daemonDirectory }) => daemonDirectory)
  expect(programs).toEqual([...new Set(programs)])
})
