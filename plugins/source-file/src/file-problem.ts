import type { Evidence, FilePosition, ObjectRef, Problem } from '@frrkit/model'

export type FileProblem = {
  readonly code: `file/${string}`
  /** The file's path, as the user would name it. */
  readonly file: string
  readonly field?: string
  readonly reason: string
  readonly at?: FilePosition
  /** The object in question, once that much is known. */
  readonly object?: ObjectRef
  readonly says?: string
  readonly help: string
}

/** A problem with one file. What is in the file is never quoted: it may hold a password. */
export function fileProblem(problem: FileProblem): Problem {
  const { code, file, field = '', reason, at, object = fileRef(file), says = '', help } = problem
  const evidence: Evidence = { origin: { object, path: field, ...(at && { at }) }, says }
  return { code, severity: 'error', subject: `file ${file}`, field, reason, evidence: [evidence], help }
}

/** Stands for an object where none is known. */
export function fileRef(file: string): ObjectRef {
  return { kind: 'File', namespace: '', name: file.slice(file.lastIndexOf('/') + 1), file }
}
