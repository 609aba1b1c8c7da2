import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { compareText, type Problem } from '@frrkit/model'
import { fileProblem } from './file-problem.ts'
import { type ReadFile, readFileOnce } from './read-file.ts'
import { systemErrorCode } from './system-error.ts'

export type FolderFile = { readonly file: string; readonly read: ReadFile }

export type Folder =
  | { readonly status: 'read'; readonly files: readonly FolderFile[] }
  | { readonly status: 'unreadable'; readonly problem: Problem }

/** Every visible YAML and JSON file of the folder itself, by name. */
export async function readFolder(dir: string): Promise<Folder> {
  let names: readonly string[]
  try {
    names = await readdir(dir)
  } catch (error) {
    return {
      status: 'unreadable',
      problem: folderProblem(dir, systemErrorCode(error)),
    }
  }
  const paths = names
    .filter(isConfiguration)
    .toSorted(compareText)
    .map((name) => join(dir, name))
  const files: FolderFile[] = []
  // Some at a time: a folder of ten thousand files must not need ten thousand descriptors.
  for (let i = 0; i < paths.length; i += 64) {
    const some = paths.slice(i, i + 64).map(async (file) => ({ file, read: await readFileOnce(file) }))
    files.push(...(await Promise.all(some)))
  }
  return { status: 'read', files }
}

// Hidden files are editors' swap files and the inner folders of a ConfigMap volume.
function isConfiguration(name: string): boolean {
  return /^[^.].*\.(ya?ml|json)$/.test(name)
}

function folderProblem(dir: string, code: string): Problem {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'the folder does not exist',
    ENOTDIR: 'this is a file, not a folder',
    EACCES: 'the daemon has no permission to read the folder',
  }
  return {
    ...fileProblem({
      code: 'file/folder',
      file: dir,
      reason: reasons[code] ?? 'the folder cannot be read',
      object: { kind: 'Folder', namespace: '', name: dir },
      says: code,
      help: 'create the folder and put the objects there, or name another one in the options of source-file',
    }),
    subject: `folder ${dir}`,
  }
}
