import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const written: string[] = []
afterEach(() => Promise.all(written.splice(0).map((file) => rm(file, { force: true }))))

/** What the linter says of a line, were it in a file of that folder. */
async function lint(folder: string, line: string): Promise<string> {
  const file = `${root}${folder}/boundaries-${process.pid}-${written.length}.ts`
  written.push(file)
  await writeFile(file, `${line}\n`)
  const run = promisify(execFile)(`${root}node_modules/.bin/oxlint`, [file], { cwd: root })
  return run.then(
    () => 'clean',
    ({ stdout }) => String(stdout),
  )
}

test.each([
  {
    case: 'a contract may not import core',
    folder: 'packages/model/src',
    line: "export { merge } from '@frrkit/merge'",
    says: '@frrkit/model is role:contract and pure; it may not import role:core',
  },
  {
    case: 'a plugin may not import another plugin',
    folder: 'plugins/target-bgpd/src',
    line: "export { targetBfdd } from '@frrkit/target-bfdd'",
    says: '@frrkit/target-bgpd is role:plugin and pure; it may not import role:plugin',
  },
  {
    case: 'a plugin may not import core',
    folder: 'plugins/source-file/src',
    line: "export { merge } from '@frrkit/merge'",
    says: '@frrkit/source-file is role:plugin; it may not import role:core',
  },
  {
    case: 'nobody reaches into another package by a path',
    folder: 'packages/daemon/src',
    line: "export { merge } from '../../merge/src/merge.ts'",
    says: 'import another package by its name, never by a path',
  },
  {
    case: 'pure code has no clock',
    folder: 'packages/merge/src',
    line: 'export const now = (): number => Date.now()',
    says: "Unexpected use of 'Date'",
  },
])('$case', async ({ folder, line, says }) => {
  expect(await lint(folder, line)).toContain(says)
})

test('what the table allows is clean', async () => {
  expect(await lint('packages/daemon/src', "export type { MergeInput } from '@frrkit/merge'")).toBe('clean')
})
