import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Case } from './case.ts'

/** The cases of a file, one JSON object a line; the file may be compressed (`.gz`). */
export async function* readCases(file: string): AsyncGenerator<Case> {
  const bytes = createReadStream(file)
  const text = file.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  // `pipe` does not pass errors on, and nobody else listens.
  if (text !== bytes) bytes.on('error', (error) => text.destroy(error))
  let line = 0
  for await (const content of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (content.trim() !== '') yield parseCase(content, `${file}:${line}`)
  }
}

function parseCase(content: string, place: string): Case {
  const value: unknown = JSON.parse(content, undefined)
  if (typeof value !== 'object' || value === null || !('id' in value) || !('input' in value)) {
    throw new Error(`${place}: no case: a case has an id and an input`)
  }
  return value as Case
}
