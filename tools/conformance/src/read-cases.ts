import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/** The cases of a file, one JSON object a line, each with these fields; the file may be compressed (`.gz`). */
export async function* readCases<Case>(file: string, fields: readonly (keyof Case & string)[]): AsyncGenerator<Case> {
  const bytes = createReadStream(file)
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  // `pipe` does not pass errors on, and nobody else listens.
  if (text !== bytes) bytes.on('error', (error) => text.destroy(error))
  let line = 0
  for await (const content of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (content.trim() !== '') yield parseCase(content, fields, `${file}:${line}`) as Case
  }
}

function parseCase(content: string, fields: readonly string[], place: string): object {
  const value: unknown = JSON.parse(content, undefined)
  if (typeof value !== 'object' || value === null || !fields.every((field) => field in value)) {
    throw new Error(`${place}: no case: a case has ${fields.join(' and ')}`)
  }
  return value
}
