import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { unzipSync } from 'fflate'

/** Writes one file of a zip as a program. By rename: another process that does the same at once does no harm. */
export async function unpack(zip: string, entry: string, program: string): Promise<void> {
  const content = unzipSync(await readFile(zip), { filter: ({ name }) => name === entry })[entry]
  if (content === undefined) throw new Error(`${zip} has no ${entry}`)
  await mkdir(dirname(program), { recursive: true })
  const unfinished = `${program}.${process.pid}`
  await writeFile(unfinished, content)
  await chmod(unfinished, 0o755)
  await rename(unfinished, program)
}
