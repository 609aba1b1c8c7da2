import { Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { load } from 'js-yaml'
import { refuse } from './refusal.ts'

/** The body of a request: JSON, or YAML where its type says so; undefined where there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  if (text === '') return undefined
  const type = (request.headers['content-type'] ?? '').split(';')[0] ?? ''
  if (type.includes('protobuf')) {
    refuse(
      415,
      `the body of the request was in an unknown format - accepted media types include: application/json, application/yaml`,
    )
  }
  try {
    return type.endsWith('yaml') ? load(text) : JSON.parse(text)
  } catch (error) {
    refuse(400, `the body cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`)
  }
}
