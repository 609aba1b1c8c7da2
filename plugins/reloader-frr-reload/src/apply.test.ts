import { expect, test } from 'vitest'
import { apply } from './apply.ts'
import { nothingHarmless } from './difference.ts'
import type { Answer, Comparison, Frr } from './frr.ts'

const textOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
const taken = (line: string) => !/^(refused|default|dropped)/.test(line)
const silent: Answer = { complained: false, output: '' }

/**
 * An FRR whose configuration is a set of lines. It takes every line, except that `refused …` makes it complain, `default …`
 * is taken and never shown, and `dropped …` is neither taken nor complained about by a reload, only by a load.
 */
function fakeFrr(initial: readonly string[], { crashes = 0, daemons = ['zebra', 'bgpd'] } = {}) {
  const told: string[] = []
  let lines = initial
  let crashesLeft = crashes
  const add = (text: string, complaints: RegExp): Answer => {
    lines = [...new Set([...lines, ...linesOf(text).filter(taken)])]
    const refused = linesOf(text).filter((line) => complaints.test(line))
    return refused.length > 0 ? { complained: true, output: refused.map((line) => `% no: ${line}`).join('\n') } : silent
  }
  const frr: Frr = {
    running: async () => ({ daemons, frrConf: textOf(lines) }),
    async compare(wanted, running): Promise<Comparison> {
      if (wanted.includes('nonsense')) return { status: 'unreadable', output: 'line 1: % Unknown command[4]: nonsense' }
      if (crashesLeft > 0) {
        crashesLeft -= 1
        return { status: 'crashed', output: 'Traceback: UnboundLocalError' }
      }
      const left = linesOf(wanted).filter((line) => !linesOf(running).includes(line))
      const gone = linesOf(running).filter((line) => !linesOf(wanted).includes(line))
      return { status: 'compared', difference: { add: left, remove: gone.map((line) => `no ${line}`) } }
    },
    async reload(wanted) {
      told.push(`reload ${linesOf(wanted).join(',')}`)
      lines = lines.filter((line) => linesOf(wanted).includes(line) || line.startsWith('stuck'))
      const answer = add(wanted, /^refused/)
      return lines.some((line) => !linesOf(wanted).includes(line)) ? { complained: true, output: '% stuck' } : answer
    },
    async load(text) {
      told.push(`load ${linesOf(text).join(',')}`)
      return add(text, /^(refused|dropped)/)
    },
  }
  return { frr, told, lines: () => lines }
}

test.each([
  {
    case: 'what FRR runs already is left alone',
    running: ['a', 'b'],
    wanted: 'a\nb\n',
    outcome: { status: 'accepted', changed: false, words: '' },
    told: [],
    after: ['a', 'b'],
  },
  {
    case: 'lines come and go',
    running: ['a', 'b'],
    wanted: 'b\nc\n',
    outcome: { status: 'accepted', changed: true, words: '' },
    told: ['reload b,c'],
    after: ['b', 'c'],
  },
  {
    case: 'nonsense is refused before anything is told to FRR',
    running: ['a'],
    wanted: 'nonsense\n',
    outcome: {
      status: 'rejected',
      running: 'unchanged',
      words: 'line 1: % Unknown command[4]: nonsense',
      lines: [{ at: 1, line: 'nonsense', why: '% Unknown command' }],
    },
    told: [],
    after: ['a'],
  },
  {
    case: 'a refused line brings back what ran before',
    running: ['a'],
    wanted: 'b\nrefused x\n',
    outcome: { status: 'rejected', running: 'unchanged', words: '% no: refused x' },
    told: ['reload b,refused x', 'load refused x', 'reload a'],
    after: ['a'],
  },
  {
    case: 'a line that a reload drops in silence is refused all the same',
    running: ['a'],
    wanted: 'b\ndropped x\n',
    outcome: { status: 'rejected', running: 'unchanged', words: '% no: dropped x' },
    told: ['reload b,dropped x', 'load dropped x', 'reload a'],
    after: ['a'],
  },
  {
    case: 'a line that FRR takes and does not show is fine',
    running: ['a'],
    wanted: 'a\nb\ndefault x\n',
    outcome: { status: 'accepted', changed: true, words: '' },
    told: ['reload a,b,default x', 'load default x'],
    after: ['a', 'b'],
  },
  {
    case: 'a line that cannot be removed is a refusal',
    running: ['a', 'stuck'],
    wanted: 'b\n',
    outcome: { status: 'rejected', running: 'unknown', words: '% stuck' },
    told: ['reload b', 'reload a,stuck'],
    after: ['stuck', 'a'],
  },
])('$case', async ({ running, wanted, outcome, told, after }) => {
  const fake = fakeFrr(running)
  expect(await apply(fake.frr, wanted, nothingHarmless())).toEqual(outcome)
  expect({ told: fake.told, after: fake.lines() }).toEqual({ told, after })
})

test('what FRR does not show is remembered, and does not make the next reload', async () => {
  const harmless = nothingHarmless()
  const fake = fakeFrr([])
  await apply(fake.frr, 'a\ndefault x\n', harmless)
  const before = fake.told.length
  expect(await apply(fake.frr, 'a\ndefault x\n', harmless)).toEqual({ status: 'accepted', changed: false, words: '' })
  expect(fake.told.slice(before)).toEqual([])
  await apply(fake.frr, 'a\nb\ndefault x\n', harmless)
  expect(fake.told.slice(before)).toEqual(['reload a,b,default x'])
})

test('where the script falls, everything is added before it removes', async () => {
  const fake = fakeFrr(['a'], { crashes: 1 })
  expect(await apply(fake.frr, 'b\n', nothingHarmless())).toEqual({ status: 'accepted', changed: true, words: '' })
  expect(fake.told).toEqual(['load b', 'reload b'])
  expect(fake.lines()).toEqual(['b'])
})

test('where the script falls again, its words are the refusal', async () => {
  const fake = fakeFrr(['a'], { crashes: 2 })
  expect(await apply(fake.frr, 'b\n', nothingHarmless())).toEqual({
    status: 'rejected',
    running: 'unchanged',
    words: 'Traceback: UnboundLocalError',
  })
})

test('a daemon that is needed and away: nothing is told to the others', async () => {
  const fake = fakeFrr(['a'], { daemons: ['zebra'] })
  await expect(apply(fake.frr, 'router bgp 1\nbfd\n', nothingHarmless())).rejects.toThrow('not running: bgpd, bfdd')
  expect(fake.told).toEqual([])
})
