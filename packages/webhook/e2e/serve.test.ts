import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeCertificates } from '../src/certificates/make-certificates.ts'
import { type Cluster, frrConfiguration, namespace, service, startCluster } from './start-cluster.ts'

const dnsName = `${service}.${namespace}.svc`
const path = '/validate-frrk8s-metallb-io-v1beta1-frrconfiguration'

let cluster: Cluster
let certDir: string
let port: number
let ca: string
let lines: readonly string[]
beforeAll(async () => {
  cluster = await startCluster()
  certDir = await mkdtemp(join(tmpdir(), 'frrkit-webhook-'))
  const none = { 'ca.crt': '', 'ca.key': '', 'tls.crt': '', 'tls.key': '' }
  const made = await makeCertificates(none, { renew: 'all', because: '' }, { dnsName, now: new Date() })
  ca = made['ca.crt']
  await writeFile(join(certDir, 'tls.crt'), made['tls.crt'])
  await writeFile(join(certDir, 'tls.key'), made['tls.key'])
  ;({ port, lines } = await cluster.start({ certRotation: false, certDir }))
}, 30_000)
afterAll(async () => {
  await cluster.close()
  await rm(certDir, { recursive: true })
})

type Asked = { readonly method?: string; readonly path: string; readonly body?: string }

async function ask({ method = 'GET', path: at, body }: Asked) {
  const answer = Promise.withResolvers<{ status: number | undefined; type: string | undefined; body: string }>()
  const sent = request({ host: '127.0.0.1', port, servername: dnsName, ca, method, path: at }, (response) => {
    let text = ''
    response.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    response.on('end', () =>
      answer.resolve({ status: response.statusCode, type: response.headers['content-type'], body: text }),
    )
  })
  sent.on('error', answer.reject)
  sent.end(body)
  return answer.promise
}

const review = (request_: object) =>
  JSON.stringify({
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: { uid: 'u1', kind: { group: 'frrk8s.metallb.io', kind: 'FRRConfiguration' }, namespace, ...request_ },
  })

const plain = 'text/plain; charset=utf-8'
test.each<Asked & { readonly case: string; readonly answer: object }>([
  {
    case: 'the kubelet asks',
    path: '/healthz',
    answer: { status: 200, type: 'application/json', body: '{"status": "ok"}' },
  },
  {
    case: 'somebody posts to it',
    method: 'POST',
    path: '/healthz',
    answer: { status: 405, type: plain, body: 'Method Not Allowed\n' },
  },
  { case: 'somebody looks around', path: '/', answer: { status: 404, type: plain, body: 'Not Found\n' } },
  { case: 'somebody reads', path, answer: { status: 405, type: plain, body: 'Method Not Allowed\n' } },
  {
    case: 'garbage comes',
    method: 'POST',
    path,
    body: '{',
    answer: { status: 400, type: plain, body: 'an AdmissionReview of admission.k8s.io/v1 is needed here\n' },
  },
  {
    case: 'a review without request comes',
    method: 'POST',
    path,
    body: '{"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview"}',
    answer: {
      status: 400,
      type: plain,
      body: 'the AdmissionReview has no request with uid, operation and kind\n',
    },
  },
])('$case', async ({ answer, ...asked }) => {
  expect(await ask(asked)).toEqual(answer)
})

const object = frrConfiguration('edge')
const wrong = frrConfiguration('edge', { neighbor: { address: 'x' } })
const labelled = { ...wrong, metadata: { ...wrong.metadata, labels: { a: 'b' } } }
test.each<{ readonly case: string; readonly request: object; readonly response: object }>([
  { case: 'a create', request: { operation: 'CREATE', object }, response: { allowed: true } },
  { case: 'a delete', request: { operation: 'DELETE', oldObject: object }, response: { allowed: true } },
  {
    case: 'an update of labels, though the object is wrong',
    request: { operation: 'UPDATE', object: labelled, oldObject: wrong },
    response: { allowed: true },
  },
  {
    case: 'no object',
    request: { operation: 'CREATE' },
    response: {
      allowed: false,
      status: { code: 400, reason: 'BadRequest', message: 'the request holds no object' },
    },
  },
  {
    case: 'another kind',
    request: { operation: 'CREATE', kind: { group: '', kind: 'Pod' }, object },
    response: {
      allowed: false,
      status: { code: 400, reason: 'BadRequest', message: 'nothing here knows about Pod of ' },
    },
  },
])('$case', async ({ request: given, response }) => {
  const { body, status } = await ask({ method: 'POST', path: `${path}?timeout=10s`, body: review(given) })
  expect([status, JSON.parse(body)]).toEqual([
    200,
    { apiVersion: 'admission.k8s.io/v1', kind: 'AdmissionReview', response: { uid: 'u1', ...response } },
  ])
})

test('an API server that hangs is the reason, before whoever asks gives up', async () => {
  const fault = cluster.server.faults.hang({ times: 1, match: { verb: 'list', resource: 'frrconfigurations' } })
  const body = review({ operation: 'CREATE', object })
  const answered = JSON.parse((await ask({ method: 'POST', path: `${path}?timeout=1s`, body })).body)
  fault.stop()
  expect(answered.response).toEqual({
    uid: 'u1',
    allowed: false,
    status: {
      code: 403,
      reason: 'Forbidden',
      message:
        'list frrconfigurations in frr-k8s-system: no answer in time\nfailed to get existing FRRConfiguration objects',
    },
  })
})

test('it says where it serves, and nothing else', () => {
  expect(lines).toEqual([`the webhook serves on port ${port}`])
})
