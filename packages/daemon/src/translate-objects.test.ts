import { formatProblem, ok, type Problem, type SourceObject } from '@frrkit/model'
import { defineObjectTranslator, defineRenderTarget } from '@frrkit/plugin'
import { expect, test } from 'vitest'
import { type CompileOptions, compile } from './compile.ts'

const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const

function object(kind: string, name: string, spec: object, apiVersion = 'frrk8s.metallb.io/v1beta1'): SourceObject {
  return {
    object: { kind, namespace: 'frr-system', name },
    apiVersion,
    body: { apiVersion, kind, metadata: { name }, spec },
    unknownFields: 'refuse',
  }
}

const uplink = (name: string, spec: { readonly hold: string }) => object('Uplink', name, spec, 'example.com/v1')
const configuration = (name: string, neighbor: object) =>
  object('FRRConfiguration', name, { bgp: { routers: [{ asn: 64_512, neighbors: [neighbor] }] } })

/** Each Uplink means one neighbor; one that never holds is a mistake. */
const uplinks = defineObjectTranslator({
  name: 'translator-uplink',
  kinds: [{ apiVersion: 'example.com/v1', kind: 'Uplink' }],
  translate({ objects }) {
    const problems = objects.filter(({ body }) => holdOf(body) === 'never').map(never)
    const made = objects.map((source) => {
      const neighbor = { address: '192.0.2.1', asn: 64_513, holdTime: holdOf(source.body), keepaliveTime: '3s' }
      const holdTime = { object: source.object, path: 'spec.hold' }
      const origins = { 'spec.bgp.routers[0].neighbors[0].holdTime': holdTime }
      return { ...configuration(`uplink-${source.object.name}`, neighbor), origins }
    })
    return { objects: problems.length > 0 ? [] : made, facts: { labels: { uplink: 'yes' } }, problems }
  },
})

function holdOf(body: unknown): string {
  return (body as { readonly spec: { readonly hold: string } }).spec.hold
}

function never({ object: ref }: SourceObject): Problem {
  const evidence = [{ origin: { object: ref, path: 'spec.hold' }, says: 'never' }]
  const [reason, help] = ['never is no time', 'write a time']
  return { code: 'uplink/never', severity: 'error', subject: ref.name, field: 'spec.hold', reason, help, evidence }
}

const timers = defineRenderTarget({
  name: 'target-timers',
  place: 'body',
  template: '{{#timers}}\n{{keepaliveTime}} {{holdTime}}\n{{/timers}}\n',
  view: ({ routers }) => ok({ timers: routers.flatMap(({ neighbors }) => neighbors.map((one) => one.timers)) }),
})

function compiled(objects: readonly SourceObject[], options: Partial<CompileOptions> = {}) {
  const all = { targets: [timers], kinds: [], translators: [uplinks], ...options }
  return compile({ objects, secrets: [], facts, problems: [], complete: true }, all)
}

const words = (...given: Parameters<typeof compiled>) => {
  const result = compiled(...given)
  return result.ok ? result.value.frrConf : result.problems.map(formatProblem)
}

test('what a translator makes of objects is merged and rendered like any other', () => {
  expect(words([uplink('a', { hold: '9s' })])).toBe('3 9\n')
})

test('a conflict names the object that somebody wrote, not the one that was made of it', () => {
  const edge = configuration('edge', { address: '192.0.2.1', asn: 64_513, holdTime: '180s', keepaliveTime: '3s' })
  expect(words([uplink('a', { hold: '9s' }), edge])).toEqual([
    `neighbor 192.0.2.1: holdTime: objects ask for different values [merge/conflict]
  180s  FRRConfiguration frr-system/edge  spec.bgp.routers[0].neighbors[0].holdTime
  9s    Uplink frr-system/a               spec.hold
help: set holdTime to the same value in all of these objects, or in none`,
  ])
})

test('what objects say about the node counts for node selectors', () => {
  const selector = { nodeSelector: { matchLabels: { uplink: 'yes' } }, raw: { rawConfig: '! here' } }
  const result = compiled([object('FRRConfiguration', 'edge', selector)])
  expect(result.ok && result.value.objects.map(({ name }) => name)).toEqual(['edge'])
})

test('the kinds of translators are known', () => {
  const said = words([object('Downlink', 'a', {}, 'example.com/v1')])
  expect(said).toEqual([
    `Downlink frr-system/a: kind: nothing here reads Downlink of example.com/v1 [document/unknown-kind]
  Downlink  Downlink frr-system/a  kind
help: known kinds: FRRConfiguration and FRRK8sConfiguration of frrk8s.metallb.io/v1beta1; Uplink of example.com/v1`,
  ])
})

test('a made object with the name of another is a twin of it', () => {
  const edge = configuration('uplink-a', { address: '192.0.2.2', asn: 64_513 })
  expect(words([uplink('a', { hold: '9s' }), edge])).toEqual([
    expect.stringMatching(/^FRRConfiguration frr-system\/uplink-a: metadata.name: .* \[document\/twin]/),
  ])
})

test.each([
  { case: 'a mistake', objects: [uplink('a', { hold: 'never' })], code: 'uplink/never' },
  { case: 'a twin', objects: [uplink('a', { hold: '9s' }), uplink('a', { hold: '6s' })], code: 'document/twin' },
])('with $case in it nothing is decided, not even with quarantine: its sessions would go down', ({ objects, code }) => {
  const result = compiled(objects, { policy: 'quarantine' })
  expect(!result.ok && result.problems.map((problem) => problem.code)).toEqual([code])
})
