import type { SourceObject } from '@frrkit/model'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aNode, usual } from '../test/objects.ts'
import { kinds } from './sort-objects.ts'
import { createTranslate } from './translate.ts'

const word = fc.constantFrom(
  '',
  'a',
  '192.0.2.1',
  '192.0.2.0/24',
  'fc00::/64',
  '9s',
  '64500:1',
  'tor',
  '__proto__',
  'In',
  '\n',
)
const leaf = fc.oneof(word, fc.integer({ min: -1, max: 70_000 }), fc.boolean(), fc.constant(null))
const fields = `
  spec status metadata labels loadBalancer ingress ip endpoints conditions addresses myASN peerASN
  peerAddress holdTime passwordSecret nodeSelectors matchExpressions matchLabels key operator values
  communities name value peers ipAddressPools localPref data extras kubernetes.io/hostname
  kubernetes.io/service-name nodeName ready type serviceAllocation namespaces
`
  .trim()
  .split(/\s+/)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('tree'), { maxKeys: 5 }),
  ),
}))

const garbage: fc.Arbitrary<SourceObject> = fc
  .record({
    kind: fc.constantFrom(...kinds),
    name: fc.constantFrom('a', 'b', 'worker-1', 'bgpextras'),
    namespace: fc.constantFrom('metallb-system', 'default'),
    body: fc.record(
      { spec: tree, status: tree, metadata: tree, endpoints: tree, data: tree, addressType: leaf },
      { requiredKeys: [] },
    ),
    unknownFields: fc.constantFrom('prune', 'refuse'),
  })
  .map(({ kind: { apiVersion, kind }, name, namespace, body, unknownFields }) => ({
    object: { kind, namespace, name },
    apiVersion,
    body,
    unknownFields,
  }))

test('whatever somebody may have written, it is translated or told what is wrong with', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(garbage, { maxLength: 12 }), fc.boolean(), (objects, amongOthers) => {
      const others = amongOthers ? usual : [aNode()]
      const input = { objects: [...others, ...objects], secrets: [], node: 'worker-1' }
      const { documents, problems } = createTranslate()(input)
      const errors = problems.filter(({ severity }) => severity === 'error')
      expect(errors.length > 0 && documents.length > 0).toBe(false)
      for (const { body } of documents) expect(JSON.stringify(body)).not.toContain('null')
    }),
    { numRuns: 400 },
  )
})
