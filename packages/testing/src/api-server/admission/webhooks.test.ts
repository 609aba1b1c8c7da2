import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Certificate, createCertificate } from '../certificate.ts'
import { type ApiServer, connect, createApiServer } from '../index.ts'

type Review = {
  readonly request: { readonly uid: string; readonly operation: string; readonly object: unknown } & Record<
    string,
    unknown
  >
}

const running: Server[] = []
let server: ApiServer | undefined
afterEach(async () => {
  for (const one of running.splice(0)) one.close()
  await server?.close()
})

/** A webhook that answers as the test says, and the reviews that it got. */
async function startWebhook(answer: (review: Review) => object, certificate?: Certificate) {
  const reviews: Review[] = []
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let text = ''
    for await (const chunk of request.setEncoding('utf8')) text += chunk
    const review: Review = JSON.parse(text)
    reviews.push(review)
    const answered = { uid: review.request.uid, ...answer(review) }
    response.end(JSON.stringify({ apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: answered }))
  }
  const http = certificate ? createTlsServer(certificate) : createServer()
  http.on('request', (request, response) => void respond(request, response))
  running.push(http)
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  return { reviews, url: `${certificate ? 'https' : 'http'}://127.0.0.1:${(http.address() as AddressInfo).port}` }
}

const rule = {
  apiGroups: ['frrk8s.metallb.io'],
  apiVersions: ['v1beta1'],
  operations: ['CREATE', 'UPDATE'],
  resources: ['frrconfigurations'],
}
const edge = (namespace: string) => ({
  apiVersion: 'frrk8s.metallb.io/v1beta1',
  kind: 'FRRConfiguration',
  metadata: { name: 'edge', namespace },
  spec: { raw: { rawConfig: 'a' } },
})
const path = (namespace: string) => `/apis/frrk8s.metallb.io/v1beta1/namespaces/${namespace}/frrconfigurations`

async function startServer(webhook: object, services: Record<string, string> = {}) {
  server = await createApiServer({ namespaces: ['a', 'b'], services })
  const webhooks = [
    { name: 'check.frrkit.test', rules: [rule], sideEffects: 'None', admissionReviewVersions: ['v1'], ...webhook },
  ]
  server.put({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'c' },
    webhooks,
  })
  return connect(server.kubeconfig)
}

test('a webhook is asked, and may warn', async () => {
  const { reviews, url } = await startWebhook(() => ({ allowed: true, warnings: ['think twice'] }))
  const { ask } = await startServer({ clientConfig: { url } })
  const created = await ask('POST', path('a'), { body: edge('a') })
  expect({ code: created.code, warning: created.headers.warning }).toEqual({
    code: 201,
    warning: '299 - "think twice"',
  })
  await ask('PATCH', `${path('a')}/edge`, {
    body: { spec: { raw: { rawConfig: 'b' } } },
    type: 'application/merge-patch+json',
  })
  await ask('DELETE', `${path('a')}/edge`)
  await ask('POST', '/api/v1/nodes', { body: { metadata: { name: 'n1' } } })
  expect(reviews.map(({ request }) => request)).toMatchObject([
    {
      operation: 'CREATE',
      kind: { group: 'frrk8s.metallb.io', version: 'v1beta1', kind: 'FRRConfiguration' },
      resource: { group: 'frrk8s.metallb.io', version: 'v1beta1', resource: 'frrconfigurations' },
      namespace: 'a',
      name: 'edge',
      userInfo: { username: 'kubernetes-admin' },
      object: { spec: { raw: { rawConfig: 'a' } } },
      oldObject: null,
      dryRun: false,
    },
    {
      operation: 'UPDATE',
      object: { spec: { raw: { rawConfig: 'b' } } },
      oldObject: { spec: { raw: { rawConfig: 'a' } } },
    },
  ])
})

test.each([
  { case: 'with a message', status: { message: 'no such profile', code: 403 }, code: 403, says: ': no such profile' },
  { case: 'with a reason', status: { reason: 'Because' }, code: 400, says: ': Because' },
  { case: 'without a word', status: undefined, code: 400, says: ' without explanation' },
])('a webhook denies $case', async ({ status, code, says }) => {
  const { url } = await startWebhook(() => ({ allowed: false, ...(status && { status }) }))
  const { ask } = await startServer({ clientConfig: { url } })
  expect(await ask('POST', path('a'), { body: edge('a') })).toMatchObject({
    code,
    body: { message: `admission webhook "check.frrkit.test" denied the request${says}` },
  })
  expect(server?.list('FRRConfiguration')).toEqual([])
})

test.each([
  {
    failurePolicy: 'Fail',
    code: 500,
    message: expect.stringMatching(
      /^Internal error occurred: failed calling webhook "check.frrkit.test": failed to call webhook: Post "http:\/\/127.0.0.1:1\?timeout=10s": connect ECONNREFUSED/,
    ),
  },
  { failurePolicy: 'Ignore', code: 201, message: undefined },
])('a webhook that is away: $failurePolicy', async ({ failurePolicy, code, message }) => {
  const { ask } = await startServer({ clientConfig: { url: 'http://127.0.0.1:1' }, failurePolicy })
  const answer = await ask('POST', path('a'), { body: edge('a') })
  expect({ code: answer.code, message: answer.body.message }).toEqual({ code, message })
})

test('a webhook behind a Service, under the name that its certificate must have', async () => {
  const certificate = await createCertificate(['webhook.frr.svc'])
  const { url } = await startWebhook(() => ({ allowed: false }), certificate)
  const clientConfig = {
    service: { namespace: 'frr', name: 'webhook', path: '/validate' },
    caBundle: Buffer.from(certificate.cert).toString('base64'),
  }
  const { ask } = await startServer({ clientConfig }, { 'frr/webhook': url })
  expect((await ask('POST', path('a'), { body: edge('a') })).body.message).toBe(
    'admission webhook "check.frrkit.test" denied the request without explanation',
  )
})

test('selectors say which namespaces and objects a webhook is for', async () => {
  const { reviews, url } = await startWebhook(() => ({ allowed: true }))
  const namespaceSelector = {
    matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['a'] }],
  }
  const { ask } = await startServer({ clientConfig: { url }, namespaceSelector })
  for (const namespace of ['a', 'b']) await ask('POST', path(namespace), { body: edge(namespace) })
  expect(reviews.map(({ request }) => request.namespace)).toEqual(['a'])
})

test('a dry run is said to be one', async () => {
  const { reviews, url } = await startWebhook(() => ({ allowed: true }))
  const { ask } = await startServer({ clientConfig: { url } })
  await ask('POST', `${path('a')}?dryRun=All`, { body: edge('a') })
  expect(reviews).toMatchObject([{ request: { dryRun: true } }])
})

test('of two writes that wait for a webhook, none is lost', async () => {
  const { url } = await startWebhook(() => ({ allowed: true }))
  const { ask } = await startServer({ clientConfig: { url } })
  await ask('POST', path('a'), { body: edge('a') })
  const label = (key: string) =>
    ask('PATCH', `${path('a')}/edge`, {
      body: { metadata: { labels: { [key]: '' } } },
      type: 'application/merge-patch+json',
    })
  await Promise.all([label('x'), label('y'), label('z')])
  expect(server?.get({ kind: 'FRRConfiguration', namespace: 'a', name: 'edge' })?.metadata.labels).toEqual({
    x: '',
    y: '',
    z: '',
  })
})
