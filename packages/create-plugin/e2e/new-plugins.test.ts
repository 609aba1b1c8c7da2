import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { main } from '../src/main.ts'
import { linkDependencies, root } from './link-dependencies.ts'
import { readPage, shows } from './page.ts'
import { run } from './run.ts'

const tsc = `${root}node_modules/typescript/bin/tsc`
const vitest = `${root}node_modules/vitest/vitest.mjs`
const frrkit = `${root}packages/cli/src/bin.ts`

/** Each page begins with these, for a plugin of its own; what it shows then is what came of them. */
const beginning = (create: readonly string[], folder: string) => [
  create,
  ['cd', folder],
  ['npm', 'install'],
  ['npm', 'test'],
]
const plugins = await Promise.all([
  about('writing-a-target', 'target-blackhole', ['target', '@acme/target-blackhole']),
  about('writing-a-source', 'source-inventory', ['source', '@acme/source-inventory']),
  about('translating-your-own-crd', 'translator-uplink', ['translator', '@acme/translator-uplink']),
])

async function about(page: string, folder: string, words: readonly string[]) {
  const { files, commands } = await readPage(page)
  return { page, folder, words, files, begin: commands.slice(0, 4), rest: commands.slice(4) }
}

let dir = ''
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'frrkit-create-'))
  const silent = { write: () => {} }
  for (const { words, folder } of plugins) {
    expect(await main(words, { stdout: silent, stderr: silent, cwd: dir })).toBe(0)
    await linkDependencies(join(dir, folder))
  }
})
afterAll(() => rm(dir, { recursive: true }))

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
  expect([...new Set(results.flatMap(({ ancestorTitles }) => ancestorTitles))].toSorted()).toEqual([
    'a real FRR',
    'source-inventory is a config source',
    'target-blackhole is a render target',
    'translator-uplink is an object translator',
  ])
})

describe.each(plugins)('the page $page', ({ folder, words, files, begin, rest }) => {
  const create = ['npm', 'create', '@frrkit/plugin', ...words]

  test('it begins with the commands that this test stands for', () => {
    expect(begin.map((command) => command.words)).toEqual(beginning(create, folder))
  })

  test('the plugin compiles as its author has it compiled', async () => {
    // Its own settings, but for where our packages are: sources here, and not what was built last.
    const sources = ['--customConditions', '@frrkit/source', '--rootDir', '/']
    const { code, stdout } = await run(join(dir, folder), tsc, '--noEmit', ...sources)
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' })
  })

  test('every file that the page shows is the one that was written', async () => {
    expect(files.length).toBeGreaterThan(1)
    const written = files.map(async ({ file }) => ({ file, text: await readFile(join(dir, folder, file), 'utf8') }))
    expect(files).toEqual(await Promise.all(written))
  })

  test.each(rest)('$words prints what the page shows', async ({ words: command, output }) => {
    const { code, stdout, stderr } = await run(join(dir, folder), frrkit, ...(await wordsOfFrrkit(command)))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(shows(output, stdout), `not as shown:\n${stdout}`).toBe(true)
  })

  async function wordsOfFrrkit(command: readonly string[]): Promise<readonly string[]> {
    if (command[0] === 'npx' && command[1] === 'frrkit') return command.slice(2)
    expect(command).toEqual(['npm', 'run', 'preview'])
    const { scripts } = JSON.parse(await readFile(join(dir, folder, 'package.json'), 'utf8')) as Manifest
    return scripts.preview.split(' ').slice(1)
  }
})

type Manifest = { readonly scripts: { readonly preview: string } }
type Report = { readonly testResults: readonly { readonly assertionResults: readonly Assertion[] }[] }
type Assertion = {
  readonly status: string
  readonly ancestorTitles: readonly string[]
  readonly failureMessages: readonly string[]
}
