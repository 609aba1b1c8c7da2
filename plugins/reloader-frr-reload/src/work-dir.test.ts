import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Places, placesOf } from './places.ts'
import { withWorkDir, writeWork } from './work-dir.ts'

let dir: string
let places: Places

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'work-dir-'))
  places = placesOf({ confFile: join(dir, 'frr.conf'), pathspace: 'blue' })
})
afterEach(() => rm(dir, { recursive: true }))

const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

test('the work folder is for us alone, and so is what is in it', async () => {
  await withWorkDir(places, async () => {
    const file = await writeWork(places, 'frr.conf', 'x')
    expect(await Promise.all([places.workDir, file].map(modeOf))).toEqual(['700', '600'])
    expect(await readFile(join(places.workDir, 'blue', 'vtysh.conf'), 'utf8')).toBe('service integrated-vtysh-config\n')
  })
  expect(await readdir(dir)).toEqual([])
})

test('it is gone after an error too, and what a killed process left does not get in the way', async () => {
  await mkdir(join(places.workDir, 'old'), { recursive: true })
  await writeFile(join(places.workDir, 'reload-ABCDEF.txt'), 'password x')
  const work = withWorkDir(places, async () => {
    expect(await readdir(places.workDir)).toEqual(['blue'])
    throw new Error('broken')
  })
  await expect(work).rejects.toThrow('broken')
  expect(await readdir(dir)).toEqual([])
})
