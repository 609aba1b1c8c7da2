import { afterAll, expect, test } from 'vitest'
import { merge, uniqueName, withCluster } from './widget.ts'

const { ask, core, cluster } = withCluster()

const nodeName = uniqueName('frrkit-node')
afterAll(() => ask('DELETE', `/api/v1/nodes/${nodeName}`))

test('Secret: texts become data, and the type stays', async () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'session' },
    type: 'kubernetes.io/basic-auth',
    stringData: { password: 'x' },
  }
  const { body } = await ask('POST', core('secrets'), { body: secret })
  expect(body).toMatchObject({ data: { password: 'eA==' }, type: 'kubernetes.io/basic-auth' })
  expect(body).not.toHaveProperty('stringData')
  expect(await ask('PATCH', core('secrets/session'), { body: { type: 'Opaque' }, type: merge })).toMatchObject({
    code: 422,
    body: { message: expect.stringContaining('type: Invalid value: "Opaque": field is immutable') },
  })
  const byType = await ask('GET', core('secrets?fieldSelector=type%3Dkubernetes.io%2Fbasic-auth'))
  expect(byType.body).toMatchObject({ items: [{ metadata: { name: 'session' } }] })
})

test('Node: labels by patch, and one of many by a field selector', async () => {
  await ask('POST', '/api/v1/nodes', {
    body: { apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, labels: { rack: 'a' } } },
  })
  const body = { metadata: { labels: { rack: 'b' } } }
  await ask('PATCH', `/api/v1/nodes/${nodeName}`, { body, type: 'application/strategic-merge-patch+json' })
  const { body: list } = await ask('GET', `/api/v1/nodes?fieldSelector=metadata.name%3D${nodeName}`)
  expect(list).toMatchObject({ kind: 'NodeList', items: [{ metadata: { name: nodeName, labels: { rack: 'b' } } }] })
})

const pod = (name: string, node: string) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, labels: { app: 'frrkit' } },
  spec: {
    nodeName: node,
    automountServiceAccountToken: false,
    containers: [{ name: 'c', image: 'registry.test/none' }],
  },
})

test('Pod: those of one node by a field selector', async () => {
  // On a real server, pods are refused until their account is there.
  await ask('POST', core('serviceaccounts'), {
    body: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default' } },
  })
  for (const [name, node] of Object.entries({ p1: nodeName, p2: 'elsewhere' }))
    await ask('POST', core('pods'), { body: pod(name, node) })
  const { body } = await ask('GET', core(`pods?fieldSelector=spec.nodeName%3D${nodeName}`))
  expect(body).toMatchObject({ items: [{ metadata: { name: 'p1' }, status: { phase: 'Pending' } }] })
  for (const name of ['p1', 'p2']) await ask('DELETE', core(`pods/${name}?gracePeriodSeconds=0`))
})

const event = (name: string, about: object, reason: string) => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name },
  involvedObject: { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'FRRConfiguration', ...about },
  reason,
  message: 'm',
  type: 'Warning',
  source: { component: 'frrkit' },
})

test('Event: found by what it is about, and kept in that namespace', async () => {
  const namespace = cluster().namespace
  await ask('POST', core('events'), { body: event('e1', { name: 'edge', namespace }, 'Refused') })
  await ask('POST', core('events'), { body: event('e2', { name: 'core', namespace }, 'Applied') })
  const { body } = await ask(
    'GET',
    core('events?fieldSelector=involvedObject.name%3Dedge,reason%3DRefused,type%3DWarning'),
  )
  expect(body).toMatchObject({ items: [{ metadata: { name: 'e1' } }] })
  expect(
    await ask('POST', core('events'), { body: event('e3', { name: 'edge', namespace: 'other' }, 'Refused') }),
  ).toMatchObject({
    code: 422,
    body: {
      message: expect.stringContaining(
        'involvedObject.namespace: Invalid value: "other": does not match event.namespace',
      ),
    },
  })
})

test('a field that a kind does not offer to selectors is refused', async () => {
  const { code, body } = await ask('GET', core('pods?fieldSelector=spec.priority%3D1'))
  expect({ code, message: body.message }).toEqual({
    code: 400,
    message: expect.stringContaining('field label not supported: spec.priority'),
  })
})

test('Namespace: active from the start', async () => {
  expect((await ask('GET', `/api/v1/namespaces/${cluster().namespace}`)).body).toMatchObject({
    status: { phase: 'Active' },
  })
})

test('a token that nobody has is not authenticated', async () => {
  const review = { apiVersion: 'authentication.k8s.io/v1', kind: 'TokenReview', spec: { token: 'nobody-has-this' } }
  const { code, body } = await ask('POST', '/apis/authentication.k8s.io/v1/tokenreviews', { body: review })
  expect(code).toBe(201)
  expect(body.status).not.toHaveProperty('authenticated', true)
})

test('an administrator may do everything, and is told so', async () => {
  const spec = { resourceAttributes: { verb: 'delete', group: 'frrk8s.metallb.io', resource: 'frrconfigurations' } }
  const review = { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec }
  const { body } = await ask('POST', '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews', { body: review })
  expect(body).toMatchObject({ status: { allowed: true } })
})
