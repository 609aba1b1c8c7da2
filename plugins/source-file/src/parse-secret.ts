import { Buffer } from 'node:buffer'
import { failed, type ObjectRef, ok, type Problem, type Result, type SecretDocument } from '@frrkit/model'
import { fileProblem } from './file-problem.ts'
import { isRecord } from './is-record.ts'

/** Reads `data` (base64) and `stringData` (as it is, and the stronger of the two, like in the API). */
export function parseSecret(body: unknown, object: ObjectRef): Result<SecretDocument> {
  const { data, stringData, type = 'Opaque' } = isRecord(body) ? body : {}
  const problems: Problem[] = []
  const read = (field: string, entries: unknown, decode: (text: string) => Uint8Array | undefined) =>
    Object.entries(isRecord(entries) ? entries : {}).flatMap(([key, value]) => {
      const bytes = typeof value === 'string' ? decode(value) : undefined
      if (bytes === undefined) problems.push(secretProblem(object, `${field}.${key}`, field === 'data'))
      return bytes === undefined ? [] : [[key, bytes] as const]
    })
  const bytes = [...read('data', data, decodeBase64), ...read('stringData', stringData, encodeText)]
  if (problems.length > 0) return failed(...problems)
  const { namespace, name } = object
  return ok({ namespace, name, type: String(type), data: Object.fromEntries(bytes) })
}

// Buffer.from skips what is no base64, which would turn a password written in the clear into another password.
function decodeBase64(text: string): Uint8Array | undefined {
  const compact = text.replace(/\s/g, '')
  return /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(compact)
    ? new Uint8Array(Buffer.from(compact, 'base64'))
    : undefined
}

function encodeText(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function secretProblem(object: ObjectRef, field: string, base64: boolean): Problem {
  return fileProblem({
    code: 'file/secret',
    file: object.file ?? '',
    field,
    reason: base64 ? 'the value is not base64' : 'the value is not text',
    object,
    says: '(hidden)',
    help: base64 ? 'encode the value as base64, or write it in the clear under stringData' : 'put the value in quotes',
  })
}
