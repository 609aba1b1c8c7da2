import { logLevels } from '@frrkit/api'
import type { SecretDocument, SourceObject } from '@frrkit/model'
import * as fc from 'fast-check'
import type { World } from '../world.ts'
import { type Catalogue, catalogues, dissenting } from './catalogue.ts'
import { deviate, deviations } from './deviation.ts'
import { secretName } from './neighbor.ts'
import { nodes } from './node.ts'
import { type ObjectPlan, objectPlans, sourceObject, writeObject } from './object.ts'
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
    const { objects, secrets } = writeWorld(catalogue, plans, newline)
    const extra = config === undefined ? [] : [writeSettings(config)]
    return {
      objects: changes.reduce<readonly SourceObject[]>((all, change) => deviate(all, change), [...objects, ...extra]),
      secrets: secrets.map((secret, i) => (i === 0 ? { ...secret, ...secretFlaw } : secret)),
      facts,
    }
  })

/**
 * Two worlds without deviations that share some of their objects: others come, others go. In half of them, everybody has
 * other opinions about the same neighbors, profiles and VRFs.
 */
export const worldPairs: fc.Arbitrary<readonly [World, World]> = fc
  .record({
    catalogue: catalogues,
    plans: fc.array(objectPlans, { minLength: 1, maxLength: 4 }),
    fresh: fc.array(objectPlans, { maxLength: 2 }),
    kept: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
    otherwise: fc.boolean(),
    facts: fc.tuple(nodes, nodes),
  })
  .map(({ catalogue, plans, fresh, kept, otherwise, facts: [before, after] }) => {
    const agreeing = plans.concat(fresh).map((plan) => ({ ...plan, dissents: undefined }))
    const stays = (_: unknown, i: number) => i >= plans.length || kept[i % kept.length] === true
    const next = otherwise ? dissenting(catalogue) : catalogue
    return [
      { ...writeWorld(catalogue, agreeing.slice(0, plans.length), false), facts: before },
      { ...writeWorld(next, agreeing.filter(stays), false), facts: after },
    ]
  })

function writeWorld(
  catalogue: Catalogue,
  plans: readonly ObjectPlan[],
  newline: boolean,
): Pick<World, 'objects' | 'secrets'> {
  const objects = plans.map((plan, i) => writeObject(catalogue, plan, i))
  return { objects, secrets: writeSecrets(catalogue, newline) }
}

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
