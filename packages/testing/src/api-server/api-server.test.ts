import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ApiServer, createApiServer } from './index.ts'

let server: ApiServer
beforeAll(async () => {
  server = await createApiServer({ namespaces: ['frr-k8s-system'] })
})
afterAll(() => server.close())

const path = '/apis/frrk8s.metallb.io/v1beta1/namespaces/frr-k8s-system/frrconfigurations'

const frrConfiguration = { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'FRRConfiguration' }

async function ask(method: string, at: string, body?: object, type = 'application/json') {
  const response = await fetch(`${server.url}${at}`, {
    method,
    headers: { 'content-type': type },
    ...(body && { body: JSON.stringify(body) }),
  })
  return { code: response.status, body: (await response.json()) as object }
}

test('an object is created, read, changed with its resourceVersion and deleted, and a watch tells of it', async () => {
  const watch = await fetch(`${server.url}${path}?watch=true&resourceVersion=0`)
  const created = await ask('POST', path, {
    ...frrConfiguration,
    metadata: { name: 'edge' },
    spec: { raw: { rawConfig: 'a' } },
  })
  expect(created).toMatchObject({
    code: 201,
    body: { kind: 'FRRConfiguration', metadata: { name: 'edge', generation: 1 } },
  })
  const merged = await ask(
    'PATCH',
    `${path}/edge`,
    { spec: { raw: { rawConfig: 'b' } } },
    'application/merge-patch+json',
  )
  expect(merged).toMatchObject({ code: 200, body: { metadata: { generation: 2 }, spec: { raw: { rawConfig: 'b' } } } })
  expect(await ask('PUT', `${path}/edge`, created.body)).toMatchObject({ code: 409, body: { reason: 'Conflict' } })
  const status = await ask('PATCH', `${path}/edge/status`, { status: { a: 1 } }, 'application/merge-patch+json')
  expect(status.body).toMatchObject({ metadata: { generation: 2 } })
  expect(await ask('DELETE', `${path}/edge`)).toMatchObject({ code: 200, body: { status: 'Success' } })
  expect(await ask('GET', `${path}/edge`)).toMatchObject({
    code: 404,
    body: { message: 'frrconfigurations.frrk8s.metallb.io "edge" not found' },
  })
  const types: string[] = []
  for await (const chunk of watch.body ?? []) {
    types.push(
      ...Buffer.from(chunk)
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).type),
    )
    if (types.includes('DELETED')) break
  }
  expect(types).toEqual(['ADDED', 'MODIFIED', 'MODIFIED', 'DELETED'])
})

test('it goes away and comes back on the same port, with what it stored', async () => {
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1', labels: { a: 'b' } } })
  await server.faults.goAway()
  await expect(fetch(`${server.url}/api/v1/nodes`)).rejects.toThrow('fetch failed')
  await server.faults.comeBack()
  expect(await ask('GET', '/api/v1/nodes?labelSelector=a%3Db')).toMatchObject({
    body: { items: [{ metadata: { name: 'n1' } }] },
  })
})

test('a fault answers as often as it was asked to', async () => {
  const fault = server.faults.answer({ code: 429, retryAfter: 1, times: 1, match: { resource: 'nodes' } })
  expect(await ask('GET', '/api/v1/nodes')).toMatchObject({ code: 429, body: { reason: 'TooManyRequests' } })
  expect(await ask('GET', '/api/v1/nodes')).toMatchObject({ code: 200 })
  expect(fault.hits).toBe(1)
  fault.stop()
})

test('expired watches are told so, and the old resourceVersion is gone', async () => {
  const watch = await fetch(`${server.url}/api/v1/nodes?watch=true`)
  server.faults.expireWatches({ resource: 'nodes' })
  expect(await watch.text()).toContain(
    '"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure"',
  )
  expect(await ask('GET', '/api/v1/nodes?watch=true&resourceVersion=2')).toMatchObject({
    code: 410,
    body: { reason: 'Expired' },
  })
})
