import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Package, root } from '../published.ts'
import { run } from '../run.ts'
import { checkPackage } from './check-package.ts'

const folders: string[] = []
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))

const whole = {
  'src/index.ts': 'export const answer: number = 42\n',
  'dist/index.js': 'export const answer = 42\n',
  'dist/index.d.ts': 'export declare const answer: number\n',
}

/** What is wrong with a package that has these files, once it is packed. */
async function faultsOf(files: Readonly<Record<string, string>>, more: object = {}): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-check-package-'))
  folders.push(folder)
  const manifest = {
    name: '@frrkit/answer',
    version: '1.0.0',
    description: 'The answer.',
    license: 'Apache-2.0',
    repository: { type: 'git', url: 'git+https://github.com/frrkit/frrkit.git', directory: 'packages/answer' },
    type: 'module',
    sideEffects: false,
    engines: { node: '>=22.18' },
    exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' }, './package.json': './package.json' },
    files: ['dist', 'src'],
    publishConfig: { access: 'public', provenance: true },
    ...more,
  }
  const all = { ...files, 'package.json': JSON.stringify(manifest), 'README.md': '# @frrkit/answer\n' }
  for (const [file, text] of Object.entries(all)) {
    await mkdir(join(folder, file, '..'), { recursive: true })
    await writeFile(join(folder, file), text)
  }
  await cp(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  await run('npm', ['pack', '--loglevel=error'], { cwd: folder })
  const one: Package = { name: manifest.name, folder: 'packages/answer', manifest }
  return checkPackage(one, join(folder, 'frrkit-answer-1.0.0.tgz'), new Set())
}

test('nothing is wrong', async () => {
  expect(await faultsOf(whole)).toEqual([])
})

test('publint: an export that is not in the tarball', async () => {
  const { 'dist/index.js': _gone, ...files } = whole
  expect(await faultsOf(files)).toContainEqual(
    expect.stringMatching(/^publint: .*\.\/dist\/index\.js.* does not exist/),
  )
})

test('arethetypeswrong: declarations that reach for a file that is not there', async () => {
  const faults = await faultsOf({ ...whole, 'dist/index.d.ts': "export { answer } from './gone.js'\n" })
  expect(faults).toContainEqual(expect.stringMatching(/^arethetypeswrong: InternalResolutionError .*\.\/gone\.js/))
})

test('a dependency that runs on fewer Nodes', async () => {
  const faults = await faultsOf(whole, { engines: { node: '>=18' }, dependencies: { vitest: '^5.1.1' } })
  expect(faults).toEqual([expect.stringMatching(/^engines\.node is >=18, but its dependency vitest runs on .* only$/)])
})
