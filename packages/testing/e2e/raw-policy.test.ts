import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Environment } from '@marcbachmann/cel-js'
import { loadAll } from 'js-yaml'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ClusterUnderTest, clusterUnderTest, type KubeObject } from '../src/api-server/index.ts'

const page = readFileSync(fileURLToPath(new URL('../../../docs/security.md', import.meta.url)), 'utf8')
const [policy, binding] = loadAll(/```yaml\n(apiVersion: admissionregistration[^`]*)```/.exec(page)?.[1] ?? '') as [
  KubeObject & { readonly spec: { readonly validations: readonly [{ readonly expression: string }] } },
  KubeObject & { readonly spec: object },
]
const apiVersion = 'frrk8s.metallb.io/v1beta1'

let cluster: ClusterUnderTest
beforeAll(async () => {
  cluster = await clusterUnderTest()
  if (cluster.server === undefined) for (const object of ours()) await cluster.objects.put(object)
})
afterAll(async () => {
  if (cluster.server === undefined) {
    for (const { apiVersion: of, kind, metadata } of ours())
      await cluster.objects.remove({ apiVersion: of, kind, name: metadata.name ?? '' })
  }
  await cluster.cleanup()
})

/** Under a name of the suite's own, for its namespace alone: a real cluster may have the policy, or want none. */
function ours(): readonly KubeObject[] {
  const name = `${cluster.namespace}-no-raw-frr`
  const matchResources = {
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': cluster.namespace } },
  }
  const spec = { ...binding.spec, policyName: name, matchResources }
  return [
    { ...policy, metadata: { name } },
    { ...binding, metadata: { name }, spec },
  ]
}

const objectOf = (spec?: object): KubeObject => ({
  apiVersion,
  kind: 'FRRConfiguration',
  metadata: { name: 'edge', namespace: cluster.namespace },
  ...(spec && { spec }),
})

/** By a real cluster, which runs the policy; or by its rule alone, which the server for tests has no policies for. */
async function isRefused(object: KubeObject): Promise<boolean> {
  if (cluster.server !== undefined) {
    const rule = new Environment().registerVariable('object', 'dyn').parse(policy.spec.validations[0].expression)
    return rule({ object }) !== true
  }
  const path = `/apis/${apiVersion}/namespaces/${cluster.namespace}/frrconfigurations?dryRun=All`
  const { code, body } = await cluster.ask('POST', path, { body: object })
  if (code === 422) expect(body.message).toContain('raw FRR configuration is not allowed in this cluster')
  else expect(code).toBe(201)
  return code === 422
}

test('the binding is for the policy, and denies', () => {
  expect(binding.spec).toEqual({ policyName: policy.metadata.name, validationActions: ['Deny'] })
})

test.each([
  { case: 'raw lines', spec: { raw: { rawConfig: 'ip forwarding' } } },
  { case: 'a blank', spec: { raw: { rawConfig: ' ' } } },
  { case: 'raw lines beside a router', spec: { bgp: { routers: [{ asn: 64_512 }] }, raw: { rawConfig: '!' } } },
])('the policy of docs/security.md refuses $case', async ({ spec }) => {
  // A real cluster takes a moment to begin.
  await expect.poll(() => isRefused(objectOf(spec))).toBe(true)
})

test.each([
  { case: 'no spec', spec: undefined },
  { case: 'an empty spec', spec: {} },
  { case: 'a router', spec: { bgp: { routers: [{ asn: 64_512 }] } } },
  { case: 'a place for raw lines', spec: { raw: { priority: 5 } } },
  { case: 'raw lines of no length', spec: { raw: { rawConfig: '' } } },
])('the policy of docs/security.md admits $case', async ({ spec }) => {
  expect(await isRefused(objectOf(spec))).toBe(false)
})
