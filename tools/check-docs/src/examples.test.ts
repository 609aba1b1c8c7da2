import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { files, read, root } from './files.ts'

/** Inside the repository, so that examples find the packages they import; git ignores it. */
const folder = `${root}tools/check-docs/.examples-${process.pid}`
afterAll(() => rm(folder, { recursive: true, force: true }))

test('every TypeScript example of every README compiles', { timeout: 120_000 }, async () => {
  const blocks = files('*.md').flatMap((file) =>
    [...read(file).matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code], i) => ({
      name: `${file.replace(/\.md$/, '').replaceAll('/', '-')}-${i}.ts`,
      code: code ?? '',
    })),
  )
  expect(blocks.length).toBeGreaterThan(3)
  await mkdir(folder)
  await Promise.all(blocks.map(({ name, code }) => writeFile(`${folder}/${name}`, code)))
  await writeFile(
    `${folder}/tsconfig.json`,
    JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions: {
        composite: false,
        noEmit: true,
        isolatedDeclarations: false,
        declaration: false,
        declarationMap: false,
      },
      include: ['*.ts'],
    }),
  )
  const compiled = promisify(execFile)(`${root}node_modules/.bin/tsc`, ['-p', folder], { cwd: root })
  const words = await compiled.then(
    () => '',
    ({ stdout }) => String(stdout),
  )
  expect(words).toBe('')
})
