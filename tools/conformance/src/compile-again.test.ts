import { type Compiled, compile } from '@frrkit/daemon/compile'
import type { SourceObject } from '@frrkit/model'
import { targetBgpd } from '@frrkit/target-bgpd'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const
const options = { targets: [targetBgpd()], kinds: [] }
const compiled = (objects: readonly SourceObject[]): Compiled => {
  const result = compile({ objects, secrets: [], facts, problems: [], complete: true }, options)
  if (!result.ok) throw new Error('BUG: peaceful objects are refused')
  return result.value
}

function object(name: string, prefixes: readonly string[]): SourceObject {
  const toAdvertise = { allowed: { mode: 'filtered', prefixes } }
  const router = {
    asn: 64_512,
    prefixes,
    neighbors: [{ address: '192.0.2.1', asn: 64_513, dualStackAddressFamily: true, toAdvertise }],
  }
  return {
    object: { kind: 'FRRConfiguration', namespace: 'frr-system', name },
    apiVersion: 'frrk8s.metallb.io/v1beta1',
    body: { spec: { bgp: { routers: [router] } } },
    unknownFields: 'refuse',
  }
}

const prefix = fc.oneof(
  fc.integer({ min: 0, max: 400 }).map((n) => `10.0.${n >> 8}.${n & 255}/32`),
  fc.integer({ min: 0, max: 200 }).map((n) => `2001:db8::${n.toString(16)}/128`),
)
const edits = fc.array(fc.tuple(fc.nat({ max: 7 }), fc.array(prefix, { maxLength: 120 })), {
  minLength: 2,
  maxLength: 8,
})

// What is remembered between two compiles hangs on the identity of objects: the copies know nothing of before.
test('a compile that remembers the last one answers what a first one answers', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(edits, (all) => {
      let objects: readonly SourceObject[] = Array.from({ length: 8 }, (_, i) => object(`object-${i}`, []))
      for (const [i, prefixes] of all) {
        objects = objects.with(i, object(`object-${i}`, prefixes))
        const [again, first] = [compiled(objects), compiled(structuredClone(objects))]
        expect(again.frrConf).toBe(first.frrConf)
        expect(again.model).toEqual(first.model)
      }
    }),
    { numRuns: 60 },
  )
})
