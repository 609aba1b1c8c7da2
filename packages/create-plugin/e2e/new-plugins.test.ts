import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../src/main.ts'
import { linkDependencies, root } from './link-dependencies.ts'
import { run } from './run.ts'

const plugins = [
  { role: 'target', name: '@acme/target-blackhole', folder: 'target-blackhole' },
  { role: 'source', name: 'source-inventory', folder: 'source-inventory' },
  { role: 'translator', name: '@acme/translator-uplink', folder: 'translator-uplink' },
] as const

const tsc = `${root}node_modules/typescript/bin/tsc`
const vitest = `${root}node_modules/vitest/vitest.mjs`
const frrkit = `${root}packages/cli/src/bin.ts`

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'frrkit-create-'))
  const silent = { write: () => {} }
  for (const { role, name, folder } of plugins) {
    expect(await main([role, name], { stdout: silent, stderr: silent, cwd: dir })).toBe(0)
    await linkDependencies(join(dir, folder))
  }
})
afterAll(() => rm(dir, { recursive: true }))

test.each(plugins)('a new $role compiles as its author has it compiled', async ({ folder }) => {
  // Its own settings, but for where our packages are: sources here, and not what was built last.
  const sources = ['--customConditions', '@frrkit/source', '--rootDir', '/']
  const { code, stdout } = await run(join(dir, folder), tsc, '--noEmit', ...sources)
  expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
})

test('new plugins pass their tests, the suites of their contracts among them', async () => {
  const conditions = ['@frrkit/source']
  const config = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } }
  await writeFile(join(dir, 'vitest.config.mjs'), `export default ${JSON.stringify(config)}\n`)
  const file = join(dir, 'report.json')
  const { code } = await run(dir, vitest, 'run', '--reporter=json', `--outputFile=${file}`)
  const { testResults } = JSON.parse(await readFile(file, 'utf8')) as Report
  const results = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failures = results.filter(({ status }) => status === 'failed').flatMap(({ failureMessages }) => failureMessages)
  expect({ code, failures }).toEqual({ code: 0, failures: [] })
  const suites = results.flatMap(({ ancestorTitles }) => ancestorTitles)
  expect([...new Set(suites)].toSorted()).toEqual([
    'a real FRR',
    'source-inventory is a config source',
    'target-blackhole is a render target',
    'translator-uplink is an object translator',
  ])
})

test.each([
  {
    folder: 'target-blackhole',
    words: ['--dir', 'example', '--plugin', './src/index.ts', '--node-name', 'worker-1'],
    line: 'ip route 198.51.100.0/24 blackhole 254',
  },
  {
    folder: 'source-inventory',
    words: ['--config', 'example/frrkit.yaml'],
    line: 'neighbor 2001:db8::1 remote-as 64513',
  },
  {
    folder: 'translator-uplink',
    words: ['--dir', 'example', '--plugin', './src/index.ts', '--node-name', 'worker-1', '--annotate'],
    line: 'neighbor 192.0.2.1 remote-as 64513',
  },
])('frrkit loads $folder as its `npm run preview` does', async ({ folder, words, line }) => {
  const { code, stdout, stderr } = await run(join(dir, folder), frrkit, 'render', ...words)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.split('\n').map((text) => text.trim())).toContain(line)
})

type Report = { readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[] }
type Assertion = {
  readonly status: string
  readonly ancestorTitles: readonly string[]
  readonly failureMessages: readonly string[]
}
