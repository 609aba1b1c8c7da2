import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url))

// vitest in vitest: only a real run can tell what its reporters are told when a file does not load or a hook throws.
async function countsOf(fixture: string): Promise<unknown> {
  const reporter = `--reporter=${path('summary-reporter.ts')}`
  const args = [
    path('../../../node_modules/vitest/vitest.mjs'),
    'run',
    '--root',
    path(`../fixtures/${fixture}`),
    reporter,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  let counts = ''
  child.stdio[3]?.on('data', (bytes) => {
    counts += String(bytes)
  })
  await once(child, 'close')
  return JSON.parse(counts)
}

test('failures outside of tests count as failed tests', { timeout: 60_000 }, async () => {
  const outsideOfTests = ['a file that does not load', 'a hook that throws', 'a rejection that nobody awaits']
  const skipped = ['is skipped', 'is to be written', 'one', 'two', 'never runs']
  await expect(countsOf('outcomes')).resolves.toEqual({
    passed: 2,
    failed: 1 + outsideOfTests.length,
    skipped: skipped.length,
  })
})

test('a run without any test that runs says so', { timeout: 60_000 }, async () => {
  await expect(countsOf('nothing')).resolves.toEqual({ passed: 0, failed: 0, skipped: 1 })
})
