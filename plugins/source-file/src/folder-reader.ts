import type { FilePosition, ObjectRef, Problem } from '@frrkit/model'
import type { Snapshot } from '@frrkit/plugin'
import { fileProblem } from './file-problem.ts'
import { createLocator, type Locator } from './locate.ts'
import { type ParsedFile, parseFile } from './parse-file.ts'
import { readFolder } from './read-folder.ts'
import { refuseTwins } from './refuse-twins.ts'

export type FolderReader = {
  /** Everything in the folder; files that are as before answer with the objects of before. */
  read(): Promise<Snapshot>
  /** About the text that was read last. */
  locate(object: ObjectRef, path: string): FilePosition | undefined
}

type Known = { readonly hash: string; readonly text: string; readonly parsed: ParsedFile; locator?: Locator }

export function createFolderReader(dir: string, namespace: string): FolderReader {
  let known: ReadonlyMap<string, Known> = new Map()
  return {
    async read() {
      const folder = await readFolder(dir)
      if (folder.status === 'unreadable') return { objects: [], secrets: [], problems: [folder.problem] }
      const now = new Map<string, Known>()
      const problems: Problem[] = []
      for (const { file, read } of folder.files) {
        if (read.status === 'unreadable') problems.push(read.problem)
        if (read.status !== 'read') continue
        const before = known.get(file)
        now.set(file, before?.hash === read.hash ? before : parse(file, read.hash, read.bytes, namespace))
      }
      known = now
      return snapshotOf(
        [...now.values()].map(({ parsed }) => parsed),
        problems,
      )
    },
    locate(object, path) {
      const entry = known.get(object.file ?? '')
      if (entry === undefined) return undefined
      entry.locator ??= createLocator({ file: object.file ?? '', text: entry.text })
      return entry.locator(object, path)
    },
  }
}

function parse(file: string, hash: string, bytes: Uint8Array, namespace: string): Known {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { hash, text, parsed: parseFile({ file, text }, namespace) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return { hash, text: '', parsed: { objects: [], secrets: [], problems: [encodingProblem(file)] } }
  }
}

function snapshotOf(files: readonly ParsedFile[], problems: readonly Problem[]): Snapshot {
  const objects = refuseTwins(
    files.flatMap((file) => file.objects),
    ({ body }) => body,
  )
  const secrets = refuseTwins(
    files.flatMap((file) => file.secrets),
    (secret) => secret,
  )
  return {
    objects: objects.kept,
    secrets: secrets.kept,
    problems: [...problems, ...files.flatMap((file) => file.problems), ...objects.problems, ...secrets.problems],
  }
}

function encodingProblem(file: string): Problem {
  return fileProblem({
    code: 'file/encoding',
    file,
    reason: 'the file is not UTF-8 text',
    help: 'save it as UTF-8',
  })
}
