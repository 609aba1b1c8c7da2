import { group, version } from '@frrkit/api'
import type { SourceObject } from '@frrkit/model'
import * as fc from 'fast-check'
import { type Catalogue, dissenting, nth, taken } from './catalogue.ts'
import { profileOf } from './neighbor.ts'
import { nodeSelectors } from './node.ts'
import { present } from './present.ts'
import { type RawPlan, rawPlans, writeRaw } from './raw.ts'
import { type RouterPlan, routerPlans, writeRouter } from './router.ts'
import { seldom } from './seldom.ts'

export type ObjectPlan = {
  readonly name: string
  readonly created: string | undefined
  readonly file: string | undefined
  readonly unknownFields: SourceObject['unknownFields']
  readonly nodeSelector: object | undefined
  readonly routers: readonly RouterPlan[]
  readonly profiles: readonly boolean[]
  readonly raw: RawPlan | undefined
  readonly dissents: true | undefined
}

export const objectPlans: fc.Arbitrary<ObjectPlan> = fc.record({
  name: fc.constantFrom('edge', 'metallb', 'a', 'z', 'B'),
  created: fc.constantFrom(undefined, '2026-01-01T00:00:00Z', '2026-06-24T12:00:00Z'),
  file: fc.constantFrom(undefined, 'a.yaml', 'b/c.yaml'),
  unknownFields: fc.constantFrom('prune', 'refuse'),
  nodeSelector: nodeSelectors,
  routers: fc.array(routerPlans, { minLength: 1, maxLength: 3 }),
  profiles: fc.array(fc.boolean(), { maxLength: 3 }),
  raw: seldom(rawPlans),
  dissents: seldom(fc.constant(true), 20),
})

/** A FRRConfiguration that makes sense on its own. `place` keeps names apart, and their order free. */
export function writeObject(agreed: Catalogue, plan: ObjectPlan, place: number): SourceObject {
  const catalogue = plan.dissents ? dissenting(agreed) : agreed
  const { created, file, unknownFields, nodeSelector, routers, raw } = plan
  const vrfs = routers.map(({ vrf }) => nth(catalogue.vrfs, vrf))
  const used = new Set(routers.flatMap(({ neighbors }) => neighbors.map((neighbor) => profileOf(catalogue, neighbor))))
  const also = taken(catalogue.profiles, plan.profiles)
  const spec = present({
    bgp: present({
      routers: routers.map((router) => writeRouter(catalogue, router, vrfs)),
      bfdProfiles: catalogue.profiles.filter((profile) => used.has(profile.name) || also.includes(profile)),
    }),
    raw: raw && writeRaw(catalogue, raw),
    nodeSelector,
  })
  return sourceObject('FRRConfiguration', `${plan.name}-${place}`, spec, {
    unknownFields,
    ...present({ created, file }),
  })
}

type Beside = {
  readonly unknownFields: SourceObject['unknownFields']
  readonly created?: string
  readonly file?: string
}

export function sourceObject(kind: string, name: string, spec: object, beside: Beside): SourceObject {
  const { unknownFields, ...ref } = beside
  const namespace = 'frr-k8s-system'
  const apiVersion = `${group}/${version}`
  return {
    object: { kind, namespace, name, ...ref },
    apiVersion,
    body: { apiVersion, kind, metadata: { name, namespace }, spec },
    unknownFields,
  }
}
