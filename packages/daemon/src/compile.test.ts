import { formatProblem, ok, type SourceObject } from '@frrkit/model'
import { defineDocumentKind, defineRenderTarget } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { compile } from './compile.ts'
import type { Gathered } from './gather.ts'

const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
const gathered = (...objects: readonly SourceObject[]): Gathered => ({
  objects,
  secrets: [],
  facts,
  problems: [],
  complete: true,
})
type Place = { readonly name?: string; readonly apiVersion?: string; readonly file?: string }

function object(kind: string, spec: object, place: Place = {}): SourceObject {
  const { name = 'edge', apiVersion = 'frrk8s.metallb.io/v1beta1', file = `${name}.yaml` } = place
  return {
    object: { kind, namespace: 'frr-system', name, file },
    apiVersion,
    body: { apiVersion, kind, metadata: { name }, spec },
    unknownFields: 'refuse',
  }
}

const hostnames = defineRenderTarget({
  name: 'target-hostname',
  place: 'head',
  template: 'hostname {{hostname}}\n',
  view: ({ hostname }) => ok({ hostname }),
})
const words = (given: Gathered, options: Partial<Parameters<typeof compile>[1]> = {}) => {
  const result = compile(given, { targets: [hostnames], kinds: [], ...options })
  return result.ok ? [result.value.frrConf] : result.problems.map(formatProblem)
}

test('no objects at all are the configuration that asks for nothing', () => {
  expect(words(gathered())).toEqual(['hostname worker-1\n'])
})

test('an object of a kind that nobody reads is refused', () => {
  expect(words(gathered(object('Service', {}, { apiVersion: 'v1' })))).toEqual([
    `Service frr-system/edge: kind: nothing here reads Service of v1 [document/unknown-kind]
  Service  Service frr-system/edge  kind (edge.yaml)
help: known kinds: FRRConfiguration and FRRK8sConfiguration of frrk8s.metallb.io/v1beta1`,
  ])
})

const raw = (text: string, file: string) => object('FRRConfiguration', { raw: { rawConfig: text } }, { file })

test('one name with two contents is refused; with the same contents it is one object', () => {
  expect(words(gathered(raw('! a', 'a.yaml'), raw('! a', 'b.yaml')))).toEqual(['hostname worker-1\n'])
  expect(words(gathered(raw('! b', 'b.yaml'), raw('! a', 'a.yaml')))).toEqual([
    `FRRConfiguration frr-system/edge: metadata.name: written more than once, with different contents [document/twin]
  edge  FRRConfiguration frr-system/edge  metadata.name (a.yaml)
  edge  FRRConfiguration frr-system/edge  metadata.name (b.yaml)
help: give one of them another name, or remove it: objects of different names add up`,
  ])
})

const unreadable = {
  code: 'file/syntax',
  severity: 'error',
  subject: 'bad.yaml',
  field: '',
  reason: 'tabs',
  evidence: [],
  help: 'spaces',
} as const

test('what a source could not read keeps everything from being decided; with quarantine, the rest is', () => {
  const given = { ...gathered(), problems: [unreadable] }
  expect(words(given)).toEqual(['bad.yaml: tabs [file/syntax]\nhelp: spaces'])
  expect(words(given, { policy: 'quarantine' })).toEqual(['hostname worker-1\n'])
})

const bad = (name: string) => object('FRRConfiguration', { bgp: { routers: [{ asn: 'x' }] }, ospf: {} }, { name })

test('every mistake of every object is told at once', () => {
  expect(words(gathered(bad('b'), bad('a')))).toHaveLength(4)
})

const router = (asn: unknown, name: string) => object('FRRConfiguration', { bgp: { routers: [{ asn }] } }, { name })

test('quarantine leaves out what is wrong or contradicts the older, and tells', () => {
  const given = gathered(router(1, 'a'), router(2, 'b'), router('x', 'c'), raw('! 1', 'd.yaml'), raw('! 2', 'e.yaml'))
  const asns = defineRenderTarget({
    name: 'target-asn',
    place: 'body',
    template: '{{#asns}}\n{{.}}\n{{/asns}}\n',
    view: ({ routers }) => ok({ asns: routers.map(({ asn }) => `${asn}`) }),
  })
  const result = compile(given, { targets: [asns], kinds: [], policy: 'quarantine' })
  if (!result.ok) throw new Error(result.problems.map(formatProblem).join('\n'))
  const { frrConf, leftOut, problems } = result.value
  expect(frrConf).toBe('1\n')
  const names = leftOut.map(({ name, file }) => `${name} in ${file}`)
  expect(names).toEqual(['edge in d.yaml', 'edge in e.yaml', 'c in c.yaml', 'b in b.yaml'])
  expect(problems.map(({ code }) => code)).toEqual(['document/invalid-field', 'document/twin', 'merge/conflict'])
})

test('quarantine decides nothing while a source is away', () => {
  const away = { ...unreadable, code: 'daemon/source-unavailable' } as const
  expect(words({ ...gathered(), complete: false, problems: [away] }, { policy: 'quarantine' })).toEqual([
    'bad.yaml: tabs [daemon/source-unavailable]\nhelp: spaces',
  ])
})

test('a kind that a plugin brings flows from its document to its target', () => {
  const kind = defineDocumentKind<{ readonly motto: string }, readonly string[]>({
    name: 'kind-motto',
    apiVersion: 'example.com/v1',
    kind: 'Motto',
    slot: 'mottos',
    parse: ({ object: ref, body }) => ok({ object: ref, spec: (body as { spec: { motto: string } }).spec }),
    merge: ({ documents }) =>
      ok({
        content: documents.map(({ spec }) => spec.motto),
        objects: documents.map(({ object: ref }) => ref),
        warnings: [],
      }),
  })
  const target = defineRenderTarget({
    name: 'target-motto',
    place: 'tail',
    template: '{{#mottos}}\n! {{.}}\n{{/mottos}}\n',
    view: ({ slots }) => ok({ mottos: slots.mottos }),
  })
  const mottos = ['b', 'a'].map((name) =>
    object('Motto', { motto: `motto ${name}` }, { name, apiVersion: 'example.com/v1' }),
  )
  expect(words(gathered(...mottos), { targets: [target], kinds: [kind] })).toEqual(['! motto a\n! motto b\n'])
  const result = compile(gathered(...mottos, raw('!', 'edge')), { targets: [target], kinds: [kind] })
  const spoke = result.ok ? result.value.objects.map((ref) => `${ref.kind} ${ref.name}`) : []
  expect(spoke).toEqual(['FRRConfiguration edge', 'Motto a', 'Motto b'])
})
