import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { grantsOf, isGranted } from '../src/rbac.ts'
import { namespace, renderChart } from '../src/render-chart.ts'
import { lacking, refused } from './asked.ts'
import { startFrrkit, wordsOf } from './start-from-chart.ts'

const account = 'frr-k8s-controller'
const metallbNamespace = 'metallb-system'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frrkit-deploy-'))
})
afterEach(() => rm(folder, { recursive: true }))

const read = 'list watch'
const always = {
  ...Object.fromEntries(
    ['bgppeers', 'bgpadvertisements', 'ipaddresspools', 'bfdprofiles', 'communities', 'l2advertisements'].map(
      (plural) => [plural, read],
    ),
  ),
  configmaps: read,
  endpointslices: read,
  services: 'get list watch',
  servicebgpstatuses: 'list watch create',
  'servicebgpstatuses/status': 'patch',
  configurationstates: 'list watch create',
  'configurationstates/status': 'patch',
}

test.each([
  { mode: 'in-process', events: true, asks: { secrets: read, events: 'create' } },
  { mode: 'publish', events: true, asks: { frrconfigurations: 'patch', events: 'create' } },
  { mode: 'in-process', events: false, asks: {} },
  { mode: 'publish', secretPassthrough: false, events: true, asks: { secrets: read, frrconfigurations: 'patch' } },
])(
  'MetalLB $mode, passthrough $secretPassthrough, Events $events: what the daemon asks is granted',
  { timeout: 60_000 },
  async (given) => {
    const { events, asks, ...metallb } = given
    const objects = await renderChart({ rbac: { events }, frrk8s: { metallb } })
    const grants = grantsOf(objects, account)
    const server = await createApiServer({
      namespaces: [namespace, metallbNamespace],
      resources: metallbResources,
      requireToken: true,
      users: { admin: { username: 'admin' }, daemon: { username: account } },
      authorize: ({ username }, access) => username === 'admin' || isGranted(grants, access),
    })
    try {
      for (const object of clusterOf('worker-1')) server.put(object)
      await writeFile(join(folder, 'kubeconfig'), server.kubeconfig.replace('token: admin', 'token: daemon'))
      const named = (kind: string, name: string) =>
        objects.find((object) => object.kind === kind && object.metadata.name === name) ??
        expect.fail(`no ${kind} ${name}`)
      const config = Object(named('ConfigMap', 'frr-k8s-config').data)['frrkit.yaml']
      await writeFile(join(folder, 'frrkit.yaml'), config)
      const pod = { 'spec.nodeName': 'worker-1', 'metadata.namespace': namespace, 'metadata.name': 'frr-k8s-x' }
      const frrkit = startFrrkit([
        ...wordsOf(named('DaemonSet', 'frr-k8s'), pod),
        `--config=${join(folder, 'frrkit.yaml')}`,
        `--kubeconfig=${join(folder, 'kubeconfig')}`,
        `--vty-dir=${folder}`,
        `--frr-conf=${join(folder, 'frr.conf')}`,
        '--metrics-bind-address=0',
        '--frr-metrics-bind-address=0',
        '--health-probe-bind-address=127.0.0.1:0',
      ])
      const said = (kind: string) =>
        server.list(kind, { namespace: metallbNamespace }).map(({ status }) => Object(status))
      await expect.poll(() => said('ServiceBGPStatus'), { timeout: 30_000 }).toMatchObject([{ peers: ['tor'] }])
      await expect.poll(() => said('ConfigurationState'), { timeout: 30_000 }).toMatchObject([{ result: 'Valid' }])
      const told = () => server.list('Event', { namespace: 'default' }).map(({ reason }) => reason)
      await expect.poll(told, { timeout: 30_000 }).toEqual(events ? ['nodeAssigned'] : [])
      expect(await frrkit.stop()).toBe(0)
      // Whoever does not grant Events gets none, and hears no complaint about what depends on them.
      expect(refused(server).filter((request) => events || !/^create .*\/events$/.test(request))).toEqual([])
      expect(frrkit.logged()).not.toContain('cannot be kept')
      expect(lacking(server, { ...always, ...asks })).toEqual([])
    } finally {
      await server.close()
    }
  },
)

function clusterOf(node: string) {
  const metallb = (kind: string, name: string, spec: object) => ({
    apiVersion: `metallb.io/${kind === 'BGPPeer' ? 'v1beta2' : 'v1beta1'}`,
    kind,
    metadata: { name, namespace: metallbNamespace },
    spec,
  })
  const session = { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.1', passwordSecret: { name: 'tor' } }
  const data = { password: Buffer.from('s3cret').toString('base64') }
  const secret = (of: string) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'tor', namespace: of },
    type: 'kubernetes.io/basic-auth',
    data,
  })
  return [
    { apiVersion: 'v1', kind: 'Node', metadata: { name: node, labels: { 'kubernetes.io/hostname': node } } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'frr-k8s-x', namespace }, spec: { nodeName: node } },
    secret(namespace),
    secret(metallbNamespace),
    metallb('BGPPeer', 'tor', session),
    metallb('BGPAdvertisement', 'all', {}),
    metallb('IPAddressPool', 'pool', { addresses: ['198.51.100.0/24'] }),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace: 'default' },
      spec: { type: 'LoadBalancer' },
      status: { loadBalancer: { ingress: [{ ip: '198.51.100.7' }] } },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'web-1', namespace: 'default', labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.0.0.1'], nodeName: node, conditions: { ready: true } }],
    },
  ]
}
