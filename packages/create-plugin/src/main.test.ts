import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'frrkit-create-'))
})
afterEach(() => rm(dir, { recursive: true }))

async function create(words: readonly string[], answers?: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const input = new PassThrough()
  input.end((answers ?? []).map((answer) => `${answer}\n`).join(''))
  const output = new PassThrough()
  const code = await main(words, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: dir,
    ...(answers && { terminal: { input, output } }),
  })
  return { code, ...written }
}

test('it says what it has written, and what comes next', async () => {
  expect(await create(['target', '@acme/target-blackhole'])).toEqual({
    code: 0,
    stdout: `target-blackhole:
  .gitignore
  README.md
  example/edge.yaml
  package.json
  src/index.ts
  src/target-blackhole.test.ts
  src/target-blackhole.ts
  tsconfig.build.json
  tsconfig.json

Next:
  cd target-blackhole
  npm install
  npm test         # its own tests, and the suite of its contract
  npm run preview  # what it does to the objects in example/
`,
    stderr: '',
  })
})

test('nothing of the example is left, and no range is open', async () => {
  await create(['source', '@acme/source-inventory', '--dir', 'here/inventory'])
  const files = await readdir(join(dir, 'here/inventory'), { recursive: true, withFileTypes: true })
  const texts = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'utf8')),
  )
  expect(texts.join('\n')).not.toMatch(/@example|[a-z]-example|[a-z]Example|"\?"|\.template/)
  const { name, dependencies } = JSON.parse(await readFile(join(dir, 'here/inventory/package.json'), 'utf8'))
  expect({ name, dependencies }).toEqual({
    name: '@acme/source-inventory',
    dependencies: { '@frrkit/model': expect.stringMatching(/^\^\d/), '@frrkit/plugin': expect.stringMatching(/^\^\d/) },
  })
})

test.each([
  {
    case: 'a folder with something in it',
    words: ['target', 'target-x', '--dir', 'full'],
    code: 1,
    stderr: `error: full is not empty, and nothing in it shall be overwritten
help: name another folder with --dir, or empty this one
`,
  },
  {
    case: 'a file in the place of the folder',
    words: ['target', 'target-x', '--dir', 'full/file'],
    code: 1,
    stderr: `error: full/file is not empty, and nothing in it shall be overwritten
help: name another folder with --dir, or empty this one
`,
  },
  {
    case: 'a name that is none',
    words: ['target', 'blackhole'],
    code: 2,
    stderr: `error: a target is named target-…, in lower-case words joined by hyphens, with or without a scope; "blackhole" is not
help: name it like target-blackhole
`,
  },
  {
    case: 'no name, and nobody to ask',
    words: ['target'],
    code: 2,
    stderr: `error: what shall be written?
help: npm create @frrkit/plugin target @acme/target-blackhole
`,
  },
  {
    case: 'a role that there is not',
    words: ['sink', 'sink-x'],
    code: 2,
    stderr: `error: command-argument value 'sink' is invalid for argument 'role'. Allowed choices are target, source, translator.
(--help shows how)
`,
  },
])('$case: nothing is written', async ({ words, code, stderr }) => {
  await mkdir(join(dir, 'full'))
  await writeFile(join(dir, 'full/file'), '')
  expect(await create(words)).toEqual({ code, stdout: '', stderr })
  expect(await readdir(dir, { recursive: true })).toEqual(['full', 'full/file'])
})

test('an empty folder is taken, this one included', async () => {
  expect(await create(['translator', 'translator-uplink', '--dir', '.'])).toMatchObject({ code: 0, stderr: '' })
  expect(await readdir(dir)).toContain('package.json')
})

test('on a terminal it asks for what it was not told, until that makes sense', async () => {
  const { code } = await create([], ['sink', 'source', 'inventory', 'source-inventory'])
  expect(code).toBe(0)
  expect(await readdir(dir)).toEqual(['source-inventory'])
})

test('who is asked and goes away is told how to say it', async () => {
  expect(await create([], ['source'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('what shall be written?'),
  })
})

test('--help names the roles and gives examples', async () => {
  const { code, stdout } = await create(['--help'])
  expect(code).toBe(0)
  expect(stdout).toContain('Usage: npm create @frrkit/plugin [role] [name] [options]\n')
  expect(stdout).toContain('$ npm create @frrkit/plugin target @acme/target-blackhole\n')
})
