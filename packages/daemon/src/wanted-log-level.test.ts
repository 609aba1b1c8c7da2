import type { SourceObject } from '@frrkit/model'
import { expect, test } from 'vitest'
import { localFacts } from './local-facts.ts'
import { wantedLogLevel } from './wanted-log-level.ts'

const facts = localFacts({ logLevel: 'warn' })

const settings = (spec: object, name = 'config', file = ''): SourceObject => ({
  object: { kind: 'FRRK8sConfiguration', namespace: 'frr-system', name, file },
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  body: { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'FRRK8sConfiguration', metadata: { name }, spec },
  unknownFields: 'prune',
})

test.each([
  { case: 'nothing said', objects: [], level: 'warn' },
  { case: 'config says it', objects: [settings({ logLevel: 'debug' })], level: 'debug' },
  { case: 'config says nothing', objects: [settings({})], level: 'warn' },
  { case: 'another name', objects: [settings({ logLevel: 'debug' }, 'other')], level: 'warn' },
  { case: 'no level there is', objects: [settings({ logLevel: 'loud' })], level: 'warn' },
  {
    case: 'two that differ',
    objects: [settings({ logLevel: 'debug' }), settings({ logLevel: 'info' }, 'config', 'b.yaml')],
    level: 'warn',
  },
])('$case', ({ objects, level }) => {
  expect(wantedLogLevel({ objects, facts })).toBe(level)
})
