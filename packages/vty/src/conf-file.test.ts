import { lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { persist, prepare } from './conf-file.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'persist-'))
})
afterEach(() => rm(dir, { recursive: true }))

test('the mode of before is kept, and nothing else is left in the folder', async () => {
  const file = join(dir, 'frr.conf')
  await writeFile(file, 'old', { mode: 0o604 })
  await writeFile(`${file}.frrkit`, 'of a process that was killed')
  expect(await persist(file, 'new')).toBeUndefined()
  expect(await readFile(file, 'utf8')).toBe('new')
  expect((await stat(file)).mode & 0o777).toBe(0o604)
  expect(await readdir(dir)).toEqual(['frr.conf'])
})

test('a new file is for FRR alone', async () => {
  await persist(join(dir, 'frr.conf'), 'new')
  expect((await stat(join(dir, 'frr.conf'))).mode & 0o777).toBe(0o640)
})

test('the same bytes are not written again', async () => {
  const file = join(dir, 'frr.conf')
  await writeFile(file, 'same')
  await utimes(file, 1, 1)
  expect(await persist(file, 'same')).toBeUndefined()
  expect((await stat(file)).mtimeMs).toBe(1000)
})

test('what is discarded leaves nothing', async () => {
  const file = join(dir, 'frr.conf')
  await writeFile(file, 'old')
  await prepare(file, 'new').discard()
  expect([await readFile(file, 'utf8'), await readdir(dir)]).toEqual(['old', ['frr.conf']])
})

test('a folder that is not there is said', async () => {
  const file = join(dir, 'nowhere', 'frr.conf')
  expect(await persist(file, 'new')).toMatch(new RegExp(`^${file} could not be written: ENOENT`))
})

test('a link stays, and the file that it points to is replaced', async () => {
  await mkdir(join(dir, 'data'))
  await writeFile(join(dir, 'data', 'frr.conf'), 'old', { mode: 0o604 })
  await symlink(join('data', 'frr.conf'), join(dir, 'frr.conf'))
  expect(await persist(join(dir, 'frr.conf'), 'new')).toBeUndefined()
  expect((await lstat(join(dir, 'frr.conf'))).isSymbolicLink()).toBe(true)
  expect(await readFile(join(dir, 'data', 'frr.conf'), 'utf8')).toBe('new')
  expect(await readdir(join(dir, 'data'))).toEqual(['frr.conf'])
})
