import { join } from 'node:path'
import { createApiServer } from '@frrkit/testing/api-server'
import { dump } from 'js-yaml'
import { expect, test } from 'vitest'
import { staticRouteCrd } from '../test/crd.ts'
import { staticRoute } from '../test/static-route.ts'

const file = join(import.meta.dirname, '../crds/static.frrkit.dev_staticroutes.yaml')

test('the definition that people apply has the schema that the plugin reads objects by', async () => {
  await expect(dump(JSON.parse(JSON.stringify(staticRouteCrd())), { lineWidth: 120 })).toMatchFileSnapshot(file)
})

test.each([
  { case: 'next hops', spec: { prefix: '10.0.0.0/8', nextHops: [{ address: '192.0.2.1' }] }, code: 201 },
  { case: 'a blackhole', spec: { prefix: '2001:db8::/32', blackhole: 'reject' }, code: 201 },
  { case: 'no way at all', spec: { prefix: '10.0.0.0/8' }, says: 'either nextHops or blackhole is needed' },
  { case: 'no prefix', spec: { prefix: '10.0.0.0', blackhole: 'drop' }, says: 'spec.prefix' },
  {
    case: 'a next hop that says nothing',
    spec: { prefix: '10.0.0.0/8', nextHops: [{}] },
    says: 'an address, an interface, or both are needed',
  },
])('an API server with the definition, asked for $case', async ({ spec, code = 422, says = '' }) => {
  const server = await createApiServer({ crds: [staticRouteCrd() as never], namespaces: ['frr-system'] })
  const { url } = server
  const answer = await fetch(`${url}/apis/static.frrkit.dev/v1alpha1/namespaces/frr-system/staticroutes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(staticRoute('storage', spec).body),
  })
  expect(await answer.text()).toContain(says)
  expect(answer.status).toBe(code)
  await server.close()
})
