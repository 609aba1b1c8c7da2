import type { FilePosition, ObjectRef, Problem, SecretDocument, SourceObject } from '@frrkit/model'
import { fileProblem } from './file-problem.ts'
import { flattenLists, type Placed } from './flatten-lists.ts'
import { createFinder, type Place } from './locate.ts'
import { parseSecret } from './parse-secret.ts'
import { type Misshapen, readIdentity } from './read-identity.ts'
import { readYaml } from './read-yaml.ts'

/** A file's path as the user would write it, and the text in it. */
export type SourceText = { readonly file: string; readonly text: string }

/** What was read, from the document of its file that counts so many from 0. */
export type Entry<T> = { readonly object: ObjectRef; readonly document: number; readonly value: T }

export type ParsedFile = {
  readonly objects: readonly Entry<SourceObject>[]
  readonly secrets: readonly Entry<SecretDocument>[]
  readonly problems: readonly Problem[]
  /** False when nobody knows which objects are in the file. */
  readonly complete: boolean
}

/** Every object of one file. `namespace` is for the objects that name none. */
export function parseFile(source: SourceText, namespace: string): ParsedFile {
  const documents = readYaml(source)
  if (!documents.ok) return unreadable(...documents.problems)
  // Only messages need it, and then all of them the same one.
  let finder: ReturnType<typeof createFinder> | undefined
  const positionOf = (place: Place) => {
    finder ??= createFinder(source)
    return finder(place)
  }
  const parts = flattenLists(documents.value).map((placed) => parseObject(placed, { ...source, namespace, positionOf }))
  return {
    objects: parts.flatMap(({ objects }) => objects),
    secrets: parts.flatMap(({ secrets }) => secrets),
    problems: parts.flatMap(({ problems }) => problems),
    complete: true,
  }
}

/** A file in which there may be anything. */
export function unreadable(...problems: readonly Problem[]): ParsedFile {
  return { objects: [], secrets: [], problems, complete: false }
}

type Context = {
  readonly file: string
  readonly namespace: string
  readonly positionOf: (place: Place) => FilePosition | undefined
}

function parseObject(placed: Placed, context: Context): ParsedFile {
  const identity = readIdentity(placed.body, context)
  if ('expected' in identity) return parsed({ problems: [shapeProblem(identity, placed, context)] })
  const { object, apiVersion } = identity
  const { body, document } = placed
  if (apiVersion === 'v1' && object.kind === 'Secret') {
    const secret = parseSecret(body, object)
    return secret.ok
      ? parsed({ secrets: [{ object, document, value: secret.value }] })
      : parsed({ problems: secret.problems })
  }
  return parsed({ objects: [{ object, document, value: { object, apiVersion, body, unknownFields: 'refuse' } }] })
}

function parsed(part: Partial<ParsedFile>): ParsedFile {
  return { objects: [], secrets: [], problems: [], complete: true, ...part }
}

function shapeProblem({ field, expected, got }: Misshapen, placed: Placed, { file, positionOf }: Context): Problem {
  const at = positionOf({ ...placed, path: [placed.path, field].filter(Boolean).join('.') })
  return fileProblem({
    code: 'file/shape',
    file,
    field,
    reason: `expected ${expected}, got ${got}`,
    ...(at && { at }),
    says: `document ${placed.document + 1}`,
    help: wayOut(field, got),
  })
}

function wayOut(field: string, got: string): string {
  if (field === '') {
    return 'write every object as its own document (between lines of ---), or all of them under items of a "kind: List"'
  }
  return got === 'a number' || got === 'a boolean' ? `put ${field} in quotes` : `give the object its ${field}`
}
