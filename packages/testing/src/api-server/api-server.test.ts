import { afterEach, expect, test } from 'vitest'
import {
  type ApiServer,
  type ApiServerOptions,
  type Connection,
  connect,
  createApiServer,
  type KubeObject,
} from './index.ts'

let running: ApiServer | undefined
afterEach(() => running?.close())

async function start(options: ApiServerOptions = {}): Promise<{ server: ApiServer } & Connection> {
  running = await createApiServer(options)
  return { server: running, ...connect(running.kubeconfig) }
}

const edge: KubeObject = {
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  kind: 'FRRConfiguration',
  metadata: { name: 'edge', namespace: 'frr-k8s-system' },
  spec: { bgp: { routers: [{ asn: 64512, neighbors: [{ asn: 64512, unknown: 1 }] }] } },
}

test('put: as a server finds it stored, pruned and with defaults, and its namespace is there', async () => {
  const { server, ask } = await start()
  server.put({ ...edge, status: {} })
  const { body } = await ask('GET', '/apis/frrk8s.metallb.io/v1beta1/namespaces/frr-k8s-system/frrconfigurations/edge')
  expect(body.spec).toEqual({
    bgp: {
      routers: [
        {
          asn: 64512,
          neighbors: [{ asn: 64512, addressFamilies: ['unicast'], disableMP: false, dualStackAddressFamily: false }],
        },
      ],
    },
  })
  expect(server.get({ kind: 'Namespace', name: 'frr-k8s-system' })).toMatchObject({ status: { phase: 'Active' } })
  expect(server.get({ kind: 'FRRConfiguration', namespace: 'frr-k8s-system', name: 'edge' })).toEqual(body)
  expect(server.list('FRRConfiguration', { namespace: 'elsewhere' })).toEqual([])
})

test('put is seen by watches, and so is remove', async () => {
  const { server, watch } = await start()
  const events = watch('/apis/frrk8s.metallb.io/v1beta1/frrconfigurations?watch=true')
  const opened = server.nextRequest({ verb: 'watch' })
  const added = events.next()
  await opened
  server.put(edge)
  expect((await added).value).toMatchObject({ type: 'ADDED' })
  server.put({ ...edge, spec: { raw: { rawConfig: 'x' } } })
  expect((await events.next()).value).toMatchObject({ type: 'MODIFIED', object: { spec: { raw: { rawConfig: 'x' } } } })
  server.remove({ kind: 'FRRConfiguration', namespace: 'frr-k8s-system', name: 'edge' })
  expect((await events.next()).value).toMatchObject({ type: 'DELETED' })
  await events.return()
})

test('what is stored cannot be changed behind the back of the server', async () => {
  const { server } = await start()
  const stored = server.put(edge) as unknown as { spec: { raw?: object } }
  expect(() => {
    stored.spec.raw = {}
  }).toThrow(TypeError)
})

test('requests are logged in the words of RBAC', async () => {
  const { server, ask } = await start({ namespaces: ['frr-k8s-system'] })
  await ask('GET', '/api/v1/nodes?fieldSelector=metadata.name%3Dn1')
  await ask('PATCH', '/apis/frrk8s.metallb.io/v1beta1/frrnodestates/n1/status', {
    body: { a: 1 },
    type: 'application/merge-patch+json',
  })
  expect(server.requests()).toMatchObject([
    {
      verb: 'list',
      group: '',
      resource: 'nodes',
      query: { fieldSelector: 'metadata.name=n1' },
      code: 200,
      userAgent: 'frrkit-test',
    },
    {
      verb: 'patch',
      group: 'frrk8s.metallb.io',
      resource: 'frrnodestates',
      name: 'n1',
      subresource: 'status',
      body: { a: 1 },
      code: 404,
    },
  ])
  expect(server.requests({ verb: 'list', resource: 'secrets' })).toEqual([])
  server.forgetRequests()
  expect(server.requests()).toEqual([])
})

test('bookmarks: when they are due', async () => {
  const { watch } = await start({ bookmarkEvery: 20 })
  const events = watch('/api/v1/nodes?watch=true&allowWatchBookmarks=true')
  expect((await events.next()).value).toMatchObject({
    type: 'BOOKMARK',
    object: { kind: 'Node', metadata: { resourceVersion: expect.stringMatching(/^\d+$/) } },
  })
  await events.return()
})

test.each([
  { case: 'to who takes them', query: '&allowWatchBookmarks=true', first: 'BOOKMARK' },
  { case: 'not to others', query: '', first: 'ADDED' },
])('bookmarks: $case', async ({ query, first }) => {
  const { server, watch } = await start()
  const events = watch(`/api/v1/nodes?watch=true${query}`)
  const opened = server.nextRequest({ verb: 'watch' })
  const event = events.next()
  await opened
  server.sendBookmarks()
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } })
  expect((await event).value).toMatchObject({ type: first })
  await events.return()
})

test('a watch may begin with what is there, and says when that is over', async () => {
  const { server, watch } = await start()
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'n1' } })
  const query = 'watch=true&sendInitialEvents=true&resourceVersionMatch=NotOlderThan&allowWatchBookmarks=true'
  const events = watch(`/api/v1/nodes?${query}`)
  expect((await events.next()).value).toMatchObject({ type: 'ADDED', object: { metadata: { name: 'n1' } } })
  expect((await events.next()).value).toMatchObject({
    type: 'BOOKMARK',
    object: { metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } } },
  })
  await events.return()
})

test('kinds may be given as a table, without a definition', async () => {
  const { ask } = await start({
    resources: [{ group: 'example.org', version: 'v1', kind: 'Peer', plural: 'peers', namespaced: false }],
  })
  const body = { apiVersion: 'example.org/v1', kind: 'Peer', metadata: { name: 'tor' }, spec: { anything: 1 } }
  expect((await ask('POST', '/apis/example.org/v1/peers', { body })).body).toMatchObject({ spec: { anything: 1 } })
})

test('what has become invalid may stay, and its status may be written; what changes must be right', async () => {
  const { server, ask } = await start()
  const path = '/apis/frrk8s.metallb.io/v1beta1/namespaces/frr-k8s-system/frrk8sconfigurations/config'
  server.put({
    apiVersion: edge.apiVersion,
    kind: 'FRRK8sConfiguration',
    metadata: { name: 'config', namespace: 'frr-k8s-system' },
    spec: { logLevel: 'loud' },
  })
  const merge = (body: object) => ask('PATCH', path, { body, type: 'application/merge-patch+json' })
  expect((await merge({ metadata: { labels: { a: 'b' } } })).code).toBe(200)
  expect((await merge({ spec: { logLevel: 'louder' } })).code).toBe(422)
})

test('deleting a namespace takes what is in it along', async () => {
  const { server, ask } = await start()
  server.put(edge)
  await ask('DELETE', '/api/v1/namespaces/frr-k8s-system')
  expect(server.list('FRRConfiguration')).toEqual([])
})

test('TLS, with a certificate to trust', async () => {
  const { server, ask } = await start({ tls: true })
  expect(server.url).toMatch(/^https:/)
  expect(server.ca).toMatch(/^-----BEGIN CERTIFICATE-----/)
  expect((await ask('GET', '/readyz')).code).toBe(200)
})
