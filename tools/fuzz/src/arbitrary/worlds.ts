import { logLevels } from '@frrkit/api'
import type { SecretDocument, SourceObject } from '@frrkit/model'
import * as fc from 'fast-check'
import type { World } from '../world.ts'
import { type Catalogue, catalogues } from './catalogue.ts'
import { deviate, deviations } from './deviation.ts'
import { secretName } from './neighbor.ts'
import { nodes } from './node.ts'
import { objectPlans, sourceObject, writeObject } from './object.ts'
import { seldom } from './seldom.ts'

const settings: fc.Arbitrary<{ readonly name: string; readonly logLevel?: string }> = fc.record(
  { name: fc.constantFrom('config', 'config', 'other'), logLevel: fc.constantFrom(...logLevels) },
  { requiredKeys: ['name'] },
)

const secretFlaws: fc.Arbitrary<Partial<SecretDocument>> = fc.constantFrom<Partial<SecretDocument>>(
  { type: 'Opaque' },
  { data: {} },
  { data: { password: new Uint8Array([0xff, 0xfe]) } },
  { data: { password: new Uint8Array() } },
  { name: 'lost' },
)

/** Objects that agree with each other and make sense alone, but for the deviations; most worlds have none. */
export const worlds: fc.Arbitrary<World> = fc
  .record({
    catalogue: catalogues,
    plans: fc.array(objectPlans, { maxLength: 5 }),
    settings: seldom(settings, 1),
    facts: nodes,
    newline: fc.boolean(),
    deviations: seldom(fc.array(deviations, { minLength: 1, maxLength: 3 })),
    secretFlaw: seldom(secretFlaws, 30),
  })
  .map(({ catalogue, plans, settings: config, facts, newline, deviations: changes = [], secretFlaw }) => {
    const objects = plans.map((plan, i) => writeObject(catalogue, plan, i))
    const extra = config === undefined ? [] : [writeSettings(config)]
    return {
      objects: changes.reduce<readonly SourceObject[]>((all, change) => deviate(all, change), [...objects, ...extra]),
      secrets: writeSecrets(catalogue, newline).map((secret, i) => (i === 0 ? { ...secret, ...secretFlaw } : secret)),
      facts,
    }
  })

function writeSettings({ name, logLevel }: { readonly name: string; readonly logLevel?: string }): SourceObject {
  return sourceObject('FRRK8sConfiguration', name, logLevel === undefined ? {} : { logLevel }, {
    unknownFields: 'refuse',
  })
}

/** The passwords of the peers, as `echo password | base64` or a careful hand would write them. */
function writeSecrets({ peers }: Catalogue, newline: boolean): readonly SecretDocument[] {
  return peers.flatMap(({ password }, i) => {
    if (password === undefined) return []
    const bytes = new TextEncoder().encode(newline ? `${password}\n` : password)
    const beside = { namespace: 'frr-k8s-system', type: 'kubernetes.io/basic-auth' }
    return [{ ...beside, name: secretName(i), data: { password: bytes } }]
  })
}
