import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { requireLab } from '@frrkit/frr-lab'
import { expect, test } from 'vitest'

test.runIf(await requireLab())(
  'frr.conf is the new one or the old one, wherever it lies',
  { timeout: 60_000 },
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'conf-file-'))
    try {
      const program = [
        process.execPath,
        '--conditions=@frrkit/source',
        join(import.meta.dirname, 'conf-file-places.ts'),
        dir,
      ]
      const { stdout } = await promisify(execFile)('unshare', ['--mount', '--propagation', 'private', ...program])
      expect(JSON.parse(stdout)).toEqual({
        'a full disk': [said('ENOSPC: no space left on device, write'), 'old', ['frr.conf']],
        'a full disk that has room again': [null, 'new', ['frr.conf']],
        'a disk that is read-only': [said("EROFS: read-only file system, open '/frr.conf'"), 'old', ['frr.conf']],
        'a file that is mounted by itself, its disk full': [
          said('ENOSPC: no space left on device, write'),
          'old',
          ['frr.conf'],
        ],
        'a file that is mounted by itself': [null, 'new', ['frr.conf']],
        'the only file that can be written': [null, 'new', ['frr.conf']],
      })
    } finally {
      await rm(dir, { recursive: true })
    }
  },
)

function said(words: string): string {
  return `/frr.conf could not be written: ${words}`
}
