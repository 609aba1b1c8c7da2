import { expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'
import { asPattern, commandsOf } from './commands.ts'
import { faultOf } from './declared.ts'

const fence = '```'
const page = (info: string, ...lines: readonly string[]) =>
  blocksOf(['text', fence + info, ...lines, fence, 'text'].join('\n'))

test('blocks have a language, words and lines, those in lists without their indent', () => {
  const [block] = blocksOf(`1. first\n   ${fence}yaml file=a/b.yaml once\n   a:\n     b: c\n   ${fence}`)
  expect(block).toEqual({
    line: 2,
    language: 'yaml',
    words: { file: 'a/b.yaml', once: '' },
    lines: ['a:', '  b: c'],
  })
})

test('commands of several lines, and what they print', () => {
  const [block] = page('console', '$ frrkit check \\', '    --dir a', 'ok', '$ true')
  expect(block && commandsOf(block)).toEqual([
    { text: 'frrkit check \\\n    --dir a', output: ['ok'] },
    { text: 'true', output: [] },
  ])
})

test.each([
  { case: 'the same', shown: ['a (b) [c]', 'd'], printed: ['a (b) [c]', 'd  '], as: true },
  { case: 'a line more', shown: ['a'], printed: ['a', 'b'], as: false },
  { case: 'a line less', shown: ['a', 'b'], printed: ['a'], as: false },
  { case: 'another text', shown: ['a.c'], printed: ['abc'], as: false },
  { case: 'a part that varies', shown: ['seq … permit'], printed: ['seq 17 permit'], as: true },
  { case: 'which does not reach over the line', shown: ['seq …'], printed: ['seq', 'b'], as: false },
  { case: 'lines left out', shown: ['a', '…', 'd'], printed: ['a', 'b', 'c', 'd'], as: true },
  { case: 'no lines left out', shown: ['a', '…', 'd'], printed: ['a', 'd'], as: true },
  { case: 'what comes behind those left out has to come', shown: ['a', '…', 'd'], printed: ['a', 'b'], as: false },
])('is it as shown? $case', ({ shown, printed, as }) => {
  expect(asPattern(shown).test(printed.map((line) => `${line}\n`).join(''))).toBe(as)
})

test.each([
  { case: 'run', info: 'console', line: '$ true', fault: undefined },
  { case: 'not run, for a reason that is known', info: 'console not-run=cluster', line: '$ true', fault: undefined },
  { case: 'a file', info: 'yaml file=a.yaml', line: 'a: b', fault: undefined },
  { case: 'what a command would print', info: '', line: 'ok', fault: undefined },
  {
    case: 'not run, for no reason',
    info: 'console not-run=busy',
    line: '$ true',
    fault: 'not-run=busy is none of: cluster, frr, image, long, registry, release',
  },
  {
    case: 'commands in a block of no language',
    info: '',
    line: '$ true',
    fault: 'commands stand in a ```console block',
  },
  { case: 'commands of a shell script', info: 'sh', line: 'true', fault: 'commands stand in a ```console block' },
  {
    case: 'commands without a prompt',
    info: '',
    line: 'npm test  # all',
    fault: 'commands stand in a ```console block',
  },
  { case: 'no command', info: 'console', line: 'ok', fault: 'a console block begins with "$ "' },
  { case: 'a misspelled word', info: 'console notrun', line: '$ true', fault: 'unknown: notrun' },
])('a block is run or declared: $case', ({ info, line, fault }) => {
  expect(page(info, line).map(faultOf)).toEqual([fault])
})
