import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './files.ts'

/** Makes a folder for a PATH, with a `frrkit` in it: that of this repository, by the Node that runs this. */
export async function writeFrrkit(folder: string): Promise<void> {
  await mkdir(folder)
  const words = `exec '${process.execPath}' --conditions=@frrkit/source '${root}packages/cli/src/bin.ts' "$@"`
  await writeFile(join(folder, 'frrkit'), `#!/bin/sh\n${words}\n`, { mode: 0o755 })
}
