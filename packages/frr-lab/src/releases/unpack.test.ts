import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { programScript } from './unpack.ts'

const directory = await mkdtemp(join(tmpdir(), 'frr-unpack-'))
afterAll(() => rm(directory, { recursive: true }))

test('a program is run by its own loader, wherever its directory is', async () => {
  const place = join(directory, 'with a blank')
  await mkdir(join(place, 'bin'), { recursive: true })
  await mkdir(join(place, 'root/usr/lib/x'), { recursive: true })
  const script = programScript({
    program: 'usr/lib/frr/bgpd',
    loader: 'usr/lib/x/loader',
    libraries: ['usr/lib/x', 'usr/lib/x/frr'],
  })
  // A loader that says what it was asked for.
  await writeFile(join(place, 'root/usr/lib/x/loader'), '#!/bin/sh\nprintf "%s\\n" "$@"\n')
  await writeFile(join(place, 'bin/bgpd'), script)
  await Promise.all(['bin/bgpd', 'root/usr/lib/x/loader'].map((path) => chmod(join(place, path), 0o755)))

  const { stdout } = await promisify(execFile)(join(place, 'bin/bgpd'), ['-N', 'a b'])
  const root = `${place}/bin/../root`
  expect(stdout.split('\n')).toEqual([
    '--inhibit-cache',
    '--library-path',
    `${root}/usr/lib/x:${root}/usr/lib/x/frr`,
    `${root}/usr/lib/frr/bgpd`,
    '-N',
    'a b',
    '',
  ])
})
