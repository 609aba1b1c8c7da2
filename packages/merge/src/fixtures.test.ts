import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrrConfigurationSpec, Frrk8sConfigurationSpec } from '@frrkit/api'
import {
  type Document,
  formatProblem,
  type NodeFacts,
  type Origin,
  objectName,
  parseFrrConfiguration,
  parseFrrk8sConfiguration,
  type Result,
  type SecretDocument,
  type SourceObject,
} from '@frrkit/model'
import { load, loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { type MergeInput, merge } from './merge.ts'

const folder = join(import.meta.dirname, '../fixtures')
const answers = ['model.json', 'warnings.txt', 'problems.txt'] as const

test.each(readdirSync(folder).map((name) => ({ name })))('fixtures/$name', async ({ name }) => {
  const input = readCase(join(folder, name))
  const answer = answerTo(input)
  for (const other of shuffles(input)) expect(answerTo(other)).toEqual(answer)

  for (const file of answers) {
    const path = join(folder, name, file)
    if (answer[file] !== undefined) await expect(answer[file]).toMatchFileSnapshot(path)
    else expect(existsSync(path), `${file} is there, and nothing answers it`).toBe(false)
  }
})

function answerTo(input: MergeInput): Partial<Record<(typeof answers)[number], string>> {
  const result = merge(input)
  if (!result.ok) return { 'problems.txt': result.problems.map((problem) => `${formatProblem(problem)}\n`).join('\n') }
  const { model, objects, warnings } = result.value
  return {
    'model.json': `${shapely({ objects: objects.map(objectName), model })}\n`,
    ...(warnings.length > 0 && { 'warnings.txt': warnings.map((problem) => `${formatProblem(problem)}\n`).join('\n') }),
  }
}

/** Other orders of the same input, and the same input twice over: none may show. */
function shuffles(input: MergeInput): readonly MergeInput[] {
  const { documents, settings = [], secrets } = input
  const rotated = documents.map((_, i) => [...documents.slice(i), ...documents.slice(0, i)])
  return [
    ...[documents.toReversed(), ...rotated].map((other) => ({ ...input, documents: other })),
    {
      ...input,
      documents: [...documents, ...documents],
      settings: [...settings, ...settings].toReversed(),
      secrets: [...secrets, ...secrets].toReversed(),
    },
  ]
}

/** The objects of all YAML files of a case; `facts.yaml` says what is special about the node. */
function readCase(path: string): MergeInput {
  const documents: Document<FrrConfigurationSpec>[] = []
  const settings: Document<Frrk8sConfigurationSpec>[] = []
  const secrets: SecretDocument[] = []
  for (const file of readdirSync(path).filter((entry) => entry.endsWith('.yaml') && entry !== 'facts.yaml')) {
    for (const body of loadAll(readFileSync(join(path, file), 'utf8')) as readonly KubernetesObject[]) {
      if (body.kind === 'Secret') secrets.push(secretOf(body))
      else if (body.kind === 'FRRConfiguration') documents.push(valid(parseFrrConfiguration(sourceOf(body))).document)
      else settings.push(valid(parseFrrk8sConfiguration(sourceOf(body))).document)
    }
  }
  return { documents, settings, secrets, facts: factsOf(join(path, 'facts.yaml')) }
}

type KubernetesObject = {
  readonly kind: string
  readonly metadata: { readonly name: string; readonly namespace?: string }
  readonly type?: string
  readonly stringData?: Readonly<Record<string, string>>
}

function sourceOf(body: KubernetesObject): SourceObject {
  const { name, namespace = 'frr-system' } = body.metadata
  const object = { kind: body.kind, namespace, name }
  return { object, apiVersion: 'frrk8s.metallb.io/v1beta1', body, unknownFields: 'refuse' }
}

function secretOf({ metadata, type = 'Opaque', stringData = {} }: KubernetesObject): SecretDocument {
  const entries = Object.entries(stringData).map(([key, text]) => [key, new TextEncoder().encode(text)] as const)
  return { namespace: 'frr-system', name: metadata.name, type, data: Object.fromEntries(entries) }
}

function factsOf(file: string): NodeFacts {
  const usual = { hostname: 'node-a', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
  return existsSync(file) ? { ...usual, ...(load(readFileSync(file, 'utf8')) as Partial<NodeFacts>) } : usual
}

function valid<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  return result.value
}

const width = 120

/** JSON for people: an origin on one line, and so is everything else that fits on one. */
function shapely(value: unknown, indent = ''): string {
  if (isOrigin(value)) return JSON.stringify(`${objectName(value.object)} ${value.path}`)
  if (typeof value !== 'object' || value === null || isSecret(value)) return JSON.stringify(value)
  const inner = `${indent}  `
  const parts = Array.isArray(value)
    ? value.map((item) => shapely(item, inner))
    : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${shapely(item, inner)}`)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const line = `${open}${parts.join(', ')}${close}`
  if (!line.includes('\n') && indent.length + line.length <= width) return line
  return `${open}\n${parts.map((part) => `${inner}${part}`).join(',\n')}\n${indent}${close}`
}

function isOrigin(value: unknown): value is Origin {
  return typeof value === 'object' && value !== null && 'object' in value && 'path' in value
}

function isSecret(value: object): boolean {
  return 'toJSON' in value
}
