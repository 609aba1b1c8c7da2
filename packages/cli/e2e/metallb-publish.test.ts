import { get } from 'node:https'
import { type ApiServer, createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../src/main.ts'
import { metallb, metallbNamespace, nodeObject, service, slice } from './metallb-objects.ts'

const namespace = 'frr-k8s-system'
let server: ApiServer

beforeAll(async () => {
  server = await createApiServer({
    namespaces: [namespace, metallbNamespace],
    resources: metallbResources,
    requireToken: true,
    users: { admin: { username: 'admin' }, prometheus: { username: 'prometheus' } },
    authorize: ({ username }, access) => username === 'admin' || ('path' in access && access.path === '/metrics'),
  })
  server.put(nodeObject('worker-1'))
  server.put({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'speaker-x', namespace: metallbNamespace, uid: 'u1' } })
  server.put(metallb('BGPPeer', 'tor', { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.2' }))
  server.put(metallb('IPAddressPool', 'pool', { addresses: ['198.51.100.0/24'] }))
  server.put(metallb('BGPAdvertisement', 'all', {}))
  server.put(service('web', { ips: ['198.51.100.7'] }))
  server.put(slice('web', ['worker-1']))
})
afterAll(() => server.close())

test('frrkit metallb-publish writes metallb-<node> until it is told to end, and leaves it there', async () => {
  const written = { stdout: '', stderr: '' }
  const { promise: asked, resolve: end } = Promise.withResolvers<NodeJS.Signals>()
  const where = ['--kubeconfig', server.kubeconfigPath, '--node-name', 'worker-1', '--frrk8s-namespace', namespace]
  const ports = { metrics: 29_120, health: 27_472 }
  const served = ['--port', `${ports.metrics}`, '--health-probe-port', `${ports.health}`]
  const code = main(['metallb-publish', ...where, ...served, '--pod-name', 'speaker-x'], {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: '/',
    ended: (signal) => (signal === 'SIGTERM' ? asked : new Promise(() => {})),
  })
  const published = () => server.get({ kind: 'FRRConfiguration', namespace, name: 'metallb-worker-1' })
  await expect.poll(() => Object(published()?.spec).bgp?.routers[0].prefixes).toEqual(['198.51.100.7/32'])
  const owners = () => server.list('ServiceBGPStatus').map(({ metadata }) => Object(metadata.ownerReferences?.[0]).name)
  await expect.poll(owners).toEqual(['speaker-x'])
  // The certificate of the metrics takes its time.
  for (const port of Object.values(ports))
    await expect.poll(() => written.stdout).toMatch(new RegExp(`metrics: listening on \\S+:${port}\\b`))
  expect((await fetch(`http://127.0.0.1:${ports.health}/healthz`)).status).toBe(200)
  expect(await scrape(ports.metrics, undefined)).toMatchObject({ status: 401 })
  expect(await scrape(ports.metrics, 'prometheus')).toMatchObject({
    status: 200,
    body: expect.stringContaining(
      'metallb_speaker_announced{service="default/web",protocol="bgp",node="worker-1",ip="198.51.100.7"} 1\n',
    ),
  })
  end('SIGTERM')
  expect(await code).toBe(0)
  expect(written.stderr).toBe('')
  expect(written.stdout).toContain('SIGTERM: stopping; what is published stays')
  expect(published()).toBeDefined()
}, 120_000)

test('what is wrong with an option of TLS ends it', async () => {
  let said = ''
  const write = (text: string) => (said += text)
  const where = ['--kubeconfig', server.kubeconfigPath, '--node-name', 'worker-1', '--tls-min-version', 'VersionTLS9']
  expect(
    await main(['metallb-publish', ...where], { stdout: { write }, stderr: { write }, cwd: '/', ended: never }),
  ).toBe(1)
  expect(said).toContain('there is no TLS version "VersionTLS9"')
})

const never = () => new Promise<NodeJS.Signals>(() => {})

function scrape(port: number, token: string | undefined): Promise<{ readonly status?: number; readonly body: string }> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` }
  return new Promise((resolve, reject) => {
    get({ port, path: '/metrics', headers, rejectUnauthorized: false }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
    }).on('error', reject)
  })
}
