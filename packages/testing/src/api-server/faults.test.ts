import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ApiServer, type Connection, connect, createApiServer, type KubeObject } from './index.ts'

let server: ApiServer
let client: Connection
beforeAll(async () => {
  server = await createApiServer({ namespaces: ['frr-k8s-system'] })
  client = connect(server.kubeconfig)
})
beforeEach(() => server.faults.clear())
afterAll(() => server.close())

const node = (name: string): KubeObject => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } })
const nodes = '/api/v1/nodes'

test('answer: as often as it was asked to, to what matches', async () => {
  const fault = server.faults.answer({ code: 429, retryAfter: 1, times: 2, match: { resource: 'nodes', verb: 'list' } })
  expect((await client.ask('GET', '/api/v1/namespaces')).code).toBe(200)
  const refused = await client.ask('GET', nodes)
  expect(refused).toMatchObject({ code: 429, body: { kind: 'Status', reason: 'TooManyRequests', code: 429 } })
  expect(refused.headers['retry-after']).toBe('1')
  expect((await client.ask('GET', nodes)).code).toBe(429)
  expect((await client.ask('GET', nodes)).code).toBe(200)
  expect(fault.hits).toBe(2)
})

test('answer: until it is stopped, where no number is given', async () => {
  const fault = server.faults.answer({ code: 500, message: 'etcd is away' })
  expect((await client.ask('GET', nodes)).body).toMatchObject({ message: 'etcd is away', reason: 'InternalError' })
  fault.stop()
  expect((await client.ask('GET', nodes)).code).toBe(200)
})

test('drop: the connection ends without an answer', async () => {
  server.faults.drop({ times: 1 })
  await expect(client.ask('GET', nodes)).rejects.toThrow('socket hang up')
  expect((await client.ask('GET', nodes)).code).toBe(200)
})

test('hang: the answer comes when the fault is stopped', async () => {
  const fault = server.faults.hang({ match: ({ path }) => path === nodes })
  let answered = false
  const arrived = server.nextRequest({ resource: 'nodes' })
  const asked = client.ask('GET', nodes).then(({ code }) => {
    answered = true
    return code
  })
  await arrived
  await client.ask('GET', '/api/v1/namespaces')
  expect(answered).toBe(false)
  fault.stop()
  expect(await asked).toBe(200)
})

test('a write that was dropped has not happened', async () => {
  server.faults.drop({ match: { verb: 'create' }, times: 1 })
  await expect(client.ask('POST', nodes, { body: node('dropped') })).rejects.toThrow('socket hang up')
  expect(server.get({ kind: 'Node', name: 'dropped' })).toBeUndefined()
})

test('expireWatches: a 410 in the watch, and for whoever resumes', async () => {
  const from = server.put(node('expired')).metadata.resourceVersion
  const watch = client.watch(`${nodes}?watch=true&resourceVersion=${from}`)
  const opened = server.nextRequest({ verb: 'watch' })
  const first = watch.next()
  await opened
  server.faults.expireWatches()
  expect((await first).value).toMatchObject({ type: 'ERROR', object: { kind: 'Status', code: 410, reason: 'Expired' } })
  expect((await watch.next()).done).toBe(true)
  server.put(node('later'))
  const resumed = client.watch(`${nodes}?watch=true&resourceVersion=1`)
  expect((await resumed.next()).value).toMatchObject({ type: 'ERROR', object: { code: 410, reason: 'Expired' } })
  expect((await resumed.next()).done).toBe(true)
})

test('expired lists: a continue token is too old, and another one goes on with what is there now', async () => {
  for (const name of ['l1', 'l2', 'l3']) server.put(node(name))
  const { body } = await client.ask('GET', `${nodes}?limit=1`)
  const { continue: token } = body.metadata as { readonly continue: string }
  server.put(node('l4'))
  server.faults.expireWatches()
  const expired = await client.ask('GET', `${nodes}?limit=1&continue=${token}`)
  expect(expired).toMatchObject({ code: 410, body: { reason: 'Expired' } })
  const { continue: rest } = expired.body.metadata as { readonly continue: string }
  expect(JSON.stringify((await client.ask('GET', `${nodes}?continue=${rest}`)).body)).toContain('"l4"')
})

test('endWatches: a clean end, from which a client resumes', async () => {
  const from = server.put(node('resumed')).metadata.resourceVersion
  const path = `${nodes}?watch=true&resourceVersion=${from}`
  const watch = client.watch(path)
  const opened = server.nextRequest({ verb: 'watch' })
  const ended = watch.next()
  await opened
  server.faults.endWatches()
  expect((await ended).done).toBe(true)
  server.put(node('meanwhile'))
  const resumed = client.watch(path)
  expect((await resumed.next()).value).toMatchObject({ type: 'ADDED', object: { metadata: { name: 'meanwhile' } } })
  await resumed.return()
})

test('stallWatches: open and silent, and all of it later', async () => {
  const from = server.put(node('stalled')).metadata.resourceVersion
  const watch = client.watch(`${nodes}?watch=true&resourceVersion=${from}`)
  const opened = server.nextRequest({ verb: 'watch' })
  const first = watch.next()
  await opened
  server.faults.stallWatches()
  server.put(node('silent'))
  // Requests are answered meanwhile, which is what makes it hard to notice.
  expect((await client.ask('GET', `${nodes}/silent`)).code).toBe(200)
  server.faults.resumeWatches()
  expect((await first).value).toMatchObject({ type: 'ADDED', object: { metadata: { name: 'silent' } } })
  await watch.return()
})

test('dropConnections: watches are cut, the server stays', async () => {
  const watch = client.watch(`${nodes}?watch=true&resourceVersion=0&fieldSelector=metadata.name%3Dnone`)
  const opened = server.nextRequest({ verb: 'watch' })
  const cut = watch.next()
  await opened
  server.faults.dropConnections()
  await expect(cut).rejects.toThrow(/aborted|socket hang up/)
  await expect.poll(() => server.openWatches()).toEqual([])
  expect((await client.ask('GET', nodes)).code).toBe(200)
})

test('goAway, comeBack: the same port, and what was stored', async () => {
  server.put(node('kept'))
  await server.faults.goAway()
  await expect(client.ask('GET', nodes)).rejects.toThrow('ECONNREFUSED')
  await server.faults.comeBack()
  expect((await client.ask('GET', `${nodes}/kept`)).code).toBe(200)
})
