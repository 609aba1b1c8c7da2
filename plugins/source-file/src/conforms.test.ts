import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configSourceConforms } from '@frrkit/testing'
import { sourceFile } from './source-file.ts'

const object = (name: string) =>
  `apiVersion: frrk8s.metallb.io/v1beta1\nkind: FRRConfiguration\nmetadata: {name: ${name}}\n`

configSourceConforms('source-file', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'source-file-'))
  await writeFile(join(dir, 'a.yaml'), object('a'))
  return {
    source: sourceFile({ dir }),
    change: () => writeFile(join(dir, 'b.yaml'), object('b')),
    close: () => rm(dir, { recursive: true }),
  }
})
