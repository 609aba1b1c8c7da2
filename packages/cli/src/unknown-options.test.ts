import { readFile } from 'node:fs/promises'
import { formatProblem } from '@frrkit/model'
import { afterAll, expect, test } from 'vitest'
import { makeHere } from '../e2e/frrkit-here.ts'
import { unknownOptions } from './unknown-options.ts'

const here = await makeHere()
afterAll(() => here.remove())

const names = { auditEvery: true, mend: true, log: false }
const help = 'its options are auditEvery, mend'

test.each([
  { case: 'options that there are', options: { mend: false, auditEvery: 0 }, said: [] },
  { case: 'one that is not given', options: { fallback: undefined }, said: [] },
  { case: 'one of somebody else, that it is given all the same', options: { binDir: '/bin' }, said: [] },
  {
    case: 'a misspelt one, and one that is like none',
    options: { auditEvry: 1, colour: 'red' },
    said: [
      `plugin reloader-x: auditEvry: there is no such option [cli/unknown-option]\nhelp: did you mean auditEvery? ${help}`,
      `plugin reloader-x: colour: there is no such option [cli/unknown-option]\nhelp: ${help}`,
    ],
  },
  {
    case: 'one that only a program can give',
    options: { log: {} },
    said: [`plugin reloader-x: log: there is no such option [cli/unknown-option]\nhelp: ${help}`],
  },
])('$case', ({ options, said }) => {
  const problems = unknownOptions({ name: 'reloader-x', options, besides: ['binDir'] }, names)
  expect(problems.map(formatProblem)).toEqual(said)
})

test('of a plugin that does not say what options it has, none is unknown', () => {
  expect(unknownOptions({ name: 'target-x', options: { any: 1 } }, undefined)).toEqual([])
  expect(unknownOptions({ name: 'target-x', options: { any: 1 } }, {}).map(formatProblem)).toEqual([
    'plugin target-x: any: there is no such option [cli/unknown-option]\nhelp: it has no options',
  ])
})

const unknown = (plugin: string, option: string) => ({
  code: 1,
  said: [`plugin ${plugin}: ${option}: there is no such option [cli/unknown-option]`],
})

async function runWith(reloader: string) {
  await here.write('frrkit.conf', `plugins: {source-file: {dir: .}, target-bgpd: , reloader-vty: ${reloader}}`)
  const { code, stdout, stderr } = await here.frrkit('run', '--config', 'frrkit.conf', '--output', 'text')
  expect(stdout).not.toContain('configuration built')
  return { code, said: stderr.split('\n').filter((line) => line.includes('unknown-option')) }
}

test('a daemon with a misspelt option does not begin, nor one whose fallback has one; where FRR is may be said for both', async () => {
  expect(await runWith('{auditEvry: 5, binDir: /nowhere}')).toEqual(unknown('reloader-vty', 'auditEvry'))
  expect(await runWith('{fallback: {reloader-frr-reload: {bindir: /nowhere}}, prefix: [sudo]}')).toEqual(
    unknown('reloader-frr-reload', 'bindir'),
  )
  expect(await runWith('{fallback: false, binDir: /nowhere}')).toEqual(unknown('reloader-vty', 'binDir'))
})

test.each([
  'metrics-prometheus',
  'reloader-frr-reload',
  'reloader-vty',
  'source-crd',
  'source-file',
  'source-metallb',
  'status-bgp-session',
  'status-events',
  'status-log',
  'status-node-state',
  'target-bfdd',
  'target-bgpd',
  'target-raw',
  'target-zebra',
])('%s says all options that its README has', async (plugin) => {
  const { optionNames } = await import(`@frrkit/${plugin}`)
  const readme = await readFile(new URL(`../../../plugins/${plugin}/README.md`, import.meta.url), 'utf8')
  const [, section = ''] = /## Options\n([\s\S]*?)\n## /.exec(readme) ?? []
  const cells = [...section.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell)
  const written = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name))
  expect(Object.keys(optionNames).toSorted()).toEqual(written.toSorted())
})
