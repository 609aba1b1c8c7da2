import { type FilePosition, type ObjectRef, objectName, type Problem } from '@frrkit/model'
import type { Snapshot } from '@frrkit/plugin'
import { sortOutCopies } from './copies.ts'
import { fileProblem } from './file-problem.ts'
import { createLocator, type Locator } from './locate.ts'
import { type Entry, type ParsedFile, parseFile, unreadable } from './parse-file.ts'
import { readFolder } from './read-folder.ts'

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
      if (folder.status === 'unreadable') return snapshotOf([], [folder.problem])
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
      entry.locator ??= createLocator({ file: object.file ?? '', text: entry.text }, namespace)
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
    return { hash, text: '', parsed: unreadable(encodingProblem(file)) }
  }
}

function snapshotOf(files: readonly ParsedFile[], problems: readonly Problem[]): Snapshot {
  const objects = sortOutCopies(
    files.flatMap((file) => file.objects),
    ({ body }) => body,
  )
  const secrets = sortOutCopies(
    files.flatMap((file) => file.secrets),
    (secret) => secret,
  )
  return {
    // Contested objects go along: whoever reads all sources has to know that they exist, and refuses them.
    objects: [...objects.clear, ...objects.contested.flat().map(({ value }) => value)],
    secrets: secrets.clear,
    problems: [...problems, ...files.flatMap((file) => file.problems), ...secrets.contested.map(contestedProblem)],
    complete: problems.length === 0 && files.every(({ complete }) => complete),
  }
}

function contestedProblem(copies: readonly Entry<unknown>[]): Problem {
  const [first] = copies
  if (first === undefined) throw new Error('BUG: a contested object without copies')
  return {
    code: 'file/duplicate-object',
    severity: 'error',
    subject: objectName(first.object),
    field: '',
    reason: 'the folder holds it more than once, with different content',
    evidence: copies.map(({ object, document }) => ({
      origin: { object, path: '' },
      says: `document ${document + 1}`,
    })),
    help: 'remove all but one, or give the others another metadata.name',
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
