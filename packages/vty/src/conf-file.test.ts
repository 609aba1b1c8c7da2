import {
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isSaved, persist, prepare } from './conf-file.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'persist-'))
})
afterEach(() => rm(dir, { recursive: true }))

test('the mode of before is kept, and nothing else is left in the folder', async () => {
  const file = join(dir, 'frr.conf')
  await writeFile(file, 'old', { mode: 0o604 })
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

test('whether it says a text, also by way of a link, or where nothing is', async () => {
  const [file, link] = [join(dir, 'frr.conf'), join(dir, 'link')]
  await symlink(file, link)
  expect(isSaved(link, 'text')).toBe(false)
  expect(isSaved(join(dir, 'nowhere', 'frr.conf'), 'text')).toBe(false)
  await persist(file, 'text')
  expect([isSaved(link, 'text'), isSaved(link, 'tezt')]).toEqual([true, false])
})

test('what is discarded leaves nothing', async () => {
  const file = join(dir, 'frr.conf')
  await writeFile(file, 'old')
  await prepare(file, 'new').discard()
  expect([await readFile(file, 'utf8'), await readdir(dir)]).toEqual(['old', ['frr.conf']])
})

test('what has its place is not discarded any more', async () => {
  const file = join(dir, 'frr.conf')
  const prepared = prepare(file, 'new')
  expect(await prepared.commit()).toBeUndefined()
  await prepared.discard()
  expect([await readFile(file, 'utf8'), await readdir(dir)]).toEqual(['new', ['frr.conf']])
})

test('a folder that is not there is said', async () => {
  const file = join(dir, 'nowhere', 'frr.conf')
  expect(await persist(file, 'new')).toMatch(new RegExp(`^${file} could not be written: ENOENT`))
})

test("two at one file do not get into each other's way", async () => {
  const file = join(dir, 'frr.conf')
  const [one, other, third] = [prepare(file, 'one'), prepare(file, 'other'), prepare(file, 'third')]
  expect(await one.commit()).toBeUndefined()
  await third.discard()
  expect(await readFile(file, 'utf8')).toBe('one')
  expect(await other.commit()).toBeUndefined()
  expect([await readFile(file, 'utf8'), await readdir(dir)]).toEqual(['other', ['frr.conf']])
})

test('what killed processes left behind goes, and nothing else does', async () => {
  const file = join(dir, 'frr.conf')
  const [old, young] = [`${file}.0123456789ab.frrkit`, `${file}.ba9876543210.frrkit`]
  const others = ['frr.conf.sav', 'frr.conf.frrkit', 'zfrr.conf.0123456789ab.frrkit'].map((name) => join(dir, name))
  for (const path of [old, young, ...others]) await writeFile(path, 'somebody')
  for (const path of [old, ...others]) await utimes(path, 1, 1)
  expect(await persist(file, 'new')).toBeUndefined()
  expect(new Set(await readdir(dir))).toEqual(new Set([file, young, ...others].map((path) => basename(path))))
})

test.each([
  { case: 'by a new one', replace: (folder: string) => mkdir(folder) },
  {
    case: 'by a link to another one',
    replace: async (folder: string) => {
      await mkdir(`${folder}-other`)
      await symlink(`${folder}-other`, folder)
    },
  },
])('a folder that is replaced $case meanwhile', async ({ replace }) => {
  const folder = join(dir, 'etc')
  await mkdir(folder)
  await writeFile(join(folder, 'frr.conf'), 'old')
  const prepared = prepare(join(folder, 'frr.conf'), 'new')
  // It is written by then, as `discard` waits for the same.
  await prepare(join(folder, 'frr.conf'), 'other').discard()
  await rename(folder, `${folder}-before`)
  await replace(folder)
  expect(await prepared.commit()).toBeUndefined()
  expect(await readFile(join(folder, 'frr.conf'), 'utf8')).toBe('new')
  expect(await readFile(join(`${folder}-before`, 'frr.conf'), 'utf8')).toBe('old')
  expect(await readdir(folder)).toEqual(['frr.conf'])
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

test.each([
  { case: 'a link', links: { 'frr.conf': 'data/frr.conf' } },
  { case: 'a link to a link', links: { 'frr.conf': 'first', first: 'data/second', 'data/second': 'frr.conf' } },
  {
    case: 'a link in a linked folder',
    links: { etc: 'data/deep', 'data/deep/frr.conf': '../frr.conf' },
    at: 'etc/frr.conf',
  },
  { case: 'a link through a linked folder', links: { etc: 'data', 'frr.conf': 'etc/deep/../frr.conf' } },
])('$case stays, and the file that it leads to comes to be', async ({ links, at = 'frr.conf' }) => {
  await mkdir(join(dir, 'data', 'deep'), { recursive: true })
  for (const [link, leadsTo] of Object.entries(links)) await symlink(leadsTo, join(dir, link))
  expect(await persist(join(dir, at), 'new')).toBeUndefined()
  for (const [link, leadsTo] of Object.entries(links)) expect(await readlink(join(dir, link))).toBe(leadsTo)
  expect(await readFile(join(dir, 'data', 'frr.conf'), 'utf8')).toBe('new')
  expect((await stat(join(dir, 'data', 'frr.conf'))).mode & 0o777).toBe(0o640)
})

test.each([
  { case: 'to a folder that is not there', leadsTo: 'nowhere/frr.conf', words: /ENOENT/ },
  { case: 'to itself', leadsTo: 'frr.conf', words: /ELOOP/ },
])('a link that leads $case stays, and that is said', async ({ leadsTo, words }) => {
  const file = join(dir, 'frr.conf')
  await symlink(leadsTo, file)
  expect(await persist(file, 'new')).toMatch(words)
  expect([await readlink(file), await readdir(dir)]).toEqual([leadsTo, ['frr.conf']])
})
