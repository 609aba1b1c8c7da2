import { Buffer } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { load } from 'js-yaml'
import { refuse } from '../refusal.ts'
import { readKubeProtobuf } from './kube-protobuf.ts'

/** The body of a request: JSON, or what its type says; undefined where there is none. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const body = Buffer.concat(chunks)
  if (body.length === 0) return undefined
  const type = (request.headers['content-type'] ?? '').split(';')[0] ?? ''
  if (type === 'application/vnd.kubernetes.protobuf') return readKubeProtobuf(body) ?? refuseType()
  try {
    const text = body.toString()
    return type.endsWith('yaml') ? load(text) : JSON.parse(text)
  } catch (error) {
    refuse(400, `the body cannot be read: ${error instanceof Error ? error.message : 'no reason given'}`)
  }
}

function refuseType(): never {
  refuse(
    415,
    'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
  )
}
