import fs, { mkdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { watchFolder } from './watch-folder.ts'

test('a folder that is made right after it was found missing is watched', async () => {
  const above = await mkdtemp(join(tmpdir(), 'source-file-'))
  const dir = join(above, 'x')
  const found = fs.watch
  onTestFinished(async () => {
    fs.watch = found
    syncBuiltinESMExports()
    await rm(above, { recursive: true })
  })
  let looks = 0
  fs.watch = ((path: string, ...rest: [never]) => {
    try {
      return found(path, ...rest)
    } finally {
      if (path === dir && looks++ === 0) mkdirSync(dir)
    }
  }) as typeof fs.watch
  syncBuiltinESMExports()

  const stop = new AbortController()
  let calls = 0
  const watching = watchFolder(dir, () => calls++, stop.signal)
  // The first call comes at once, the second because the folder was made.
  await expect.poll(() => calls).toBeGreaterThanOrEqual(2)
  const before = calls
  await writeFile(join(dir, 'a.yaml'), '')
  await expect.poll(() => calls).toBeGreaterThan(before)
  stop.abort()
  await watching
})
