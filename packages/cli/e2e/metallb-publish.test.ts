import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../src/main.ts'
import { metallb, metallbNamespace, metallbResources, nodeObject, service, slice } from './metallb-objects.ts'

const namespace = 'frr-k8s-system'
let server: ApiServer

beforeAll(async () => {
  server = await createApiServer({ namespaces: [namespace, metallbNamespace], resources: metallbResources })
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
  const code = main(['metallb-publish', ...where, '--pod-name', 'speaker-x'], {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: '/',
    ended: (signal) => (signal === 'SIGTERM' ? asked : new Promise(() => {})),
  })
  const published = () => server.get({ kind: 'FRRConfiguration', namespace, name: 'metallb-worker-1' })
  await expect
    .poll(() => Object(published()?.spec).bgp?.routers[0].prefixes, { timeout: 20_000 })
    .toEqual(['198.51.100.7/32'])
  const owners = () => server.list('ServiceBGPStatus').map(({ metadata }) => Object(metadata.ownerReferences?.[0]).name)
  await expect.poll(owners, { timeout: 20_000 }).toEqual(['speaker-x'])
  end('SIGTERM')
  expect(await code).toBe(0)
  expect(written.stderr).toBe('')
  expect(written.stdout).toContain('SIGTERM: stopping; what is published stays')
  expect(published()).toBeDefined()
}, 60_000)
