import type { FilePosition, Problem, Result } from '@frrkit/model'
import { failed, ok } from '@frrkit/model'
import { loadAll, YAMLException } from 'js-yaml'
import { fileProblem } from './file-problem.ts'
import { kubectlSchema } from './kubectl-schema.ts'
import type { SourceText } from './parse-file.ts'
import { unfoldedSize } from './unfolded-size.ts'

/** The documents of a YAML (or JSON) text in order; an empty document is `null`. */
export function readYaml({ file, text }: SourceText): Result<readonly unknown[]> {
  try {
    const documents = loadAll(text, { schema: kubectlSchema })
    return unfoldsTooFar(documents, text) ? failed(aliasProblem(file)) : ok(documents)
  } catch (error) {
    return failed(syntaxProblem(error, file))
  }
}

// Without aliases there cannot be more values than characters; ten times that is more than sharing a block ever needs.
function unfoldsTooFar(documents: readonly unknown[], text: string): boolean {
  return text.includes('*') && unfoldedSize(documents) > Math.max(100_000, 10 * text.length)
}

function aliasProblem(file: string): Problem {
  return fileProblem({
    code: 'file/syntax',
    file,
    reason: 'not readable as YAML: an alias contains itself, or aliases unfold without measure',
    help: 'write out what the aliases stand for',
  })
}

function syntaxProblem(error: unknown, file: string): Problem {
  const mark = error instanceof YAMLException ? error.mark : undefined
  const at: FilePosition | undefined = mark && { file, line: mark.line + 1, column: mark.column + 1 }
  return fileProblem({
    code: 'file/syntax',
    file,
    reason: `not readable as YAML: ${reasonOf(error)}`,
    ...(at && { at, says: `line ${at.line}, column ${at.column}` }),
    help: 'correct the file near that place; until then nothing in this file is used',
  })
}

// The parser quotes anchors and tags of the file in its reasons, and any text may be part of a password.
function reasonOf(error: unknown): string {
  if (!(error instanceof YAMLException)) return 'nested too deeply'
  return error.reason
    .replace(/\s*(".*"|!?<.*>)/gs, '')
    .replace('duplicated mapping key', 'the same key twice in one mapping')
}
