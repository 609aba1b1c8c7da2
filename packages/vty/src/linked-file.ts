import { readlinkSync, realpathSync } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'

/** As many links in a row as Linux follows. */
const most = 40

/**
 * The file that is meant: a link stays one, and what it points to is written, also when that is not there yet. Throws
 * where links lead to themselves, or to a folder that is not there.
 */
export function linkedFile(path: string): string {
  try {
    return realpathSync.native(path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  let file = path
  for (let links = 0; links <= most; links++) {
    // Where the link stands tells where it leads, and `..` in it goes up from there.
    const folder = realpathSync.native(dirname(file))
    file = resolve(folder, basename(file))
    const leadsTo = readLink(file)
    if (leadsTo === undefined) return file
    file = resolve(folder, leadsTo)
  }
  throw new Error(`more than ${most} links in a row`)
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
