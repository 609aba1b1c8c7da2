import { createHash } from 'node:crypto'
import { lstat, readFile, stat } from 'node:fs/promises'
import type { Problem } from '@frrkit/model'
import { fileProblem } from './file-problem.ts'
import { systemErrorCode } from './system-error.ts'

export type ReadFile =
  | { readonly status: 'read'; readonly hash: string; readonly bytes: Uint8Array }
  | { readonly status: 'unreadable'; readonly problem: Problem }
  /** It is a folder, or it went away while we looked. */
  | { readonly status: 'no-file' }

/** Nobody writes that much by hand: a file beyond it is a mistake, and would keep the daemon busy for minutes. */
const maxMebibytes = 32

export async function readFileOnce(file: string): Promise<ReadFile> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) return { status: 'no-file' }
    if (stats.size > maxMebibytes * 2 ** 20) return { status: 'unreadable', problem: tooLarge(file, stats.size) }
    const bytes = await readFile(file)
    return { status: 'read', hash: createHash('sha256').update(bytes).digest('base64'), bytes }
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'ENOENT' && !(await isLink(file))) return { status: 'no-file' }
    return { status: 'unreadable', problem: unreadable(file, code) }
  }
}

async function isLink(file: string): Promise<boolean> {
  return lstat(file).then(
    (stats) => stats.isSymbolicLink(),
    () => false,
  )
}

function tooLarge(file: string, size: number): Problem {
  return fileProblem({
    code: 'file/too-large',
    file,
    reason: `the file is larger than ${maxMebibytes} MiB`,
    says: `${Math.ceil(size / 2 ** 20)} MiB`,
    help: 'split it into several files, or move it out of this folder if it does not belong here',
  })
}

function unreadable(file: string, code: string): Problem {
  const reasons: Readonly<Record<string, string>> = {
    EACCES: 'the daemon has no permission to read the file',
    ENOENT: 'the file is a link to nothing',
    ELOOP: 'the file is a link to itself',
  }
  return fileProblem({
    code: 'file/unreadable',
    file,
    reason: reasons[code] ?? 'the file cannot be read',
    says: code,
    help: 'make the file readable for the user that the daemon runs as, or remove it',
  })
}
