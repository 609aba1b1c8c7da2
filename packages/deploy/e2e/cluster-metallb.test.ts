import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ClusterUnderTest, clusterUnderTest, frrkitCrds, metallbCrds } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { accountOfChart } from './account-of-chart.ts'
import { lacking, refused } from './asked.ts'
import { startFrrkit, wordsOf } from './start-from-chart.ts'

let cluster: ClusterUnderTest
let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frrkit-deploy-'))
  cluster = await clusterUnderTest({ crds: [...frrkitCrds(), ...metallbCrds()] })
})
afterEach(async () => {
  for (const [apiVersion, kind] of [
    ['v1', 'Node'],
    ['frrk8s.metallb.io/v1beta1', 'FRRNodeState'],
  ] as const)
    await cluster.objects.remove({ apiVersion, kind, name: nodeName() })
  await cluster.cleanup()
  await rm(folder, { recursive: true })
})

const nodeName = () => `${cluster.namespace}-node`

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
    const { namespace, objects, server } = cluster
    for (const object of clusterOf(namespace, nodeName())) await objects.put(object)
    const values = { rbac: { events }, frrk8s: { metallb: { ...metallb, namespace } } }
    const { named, remove } = await accountOfChart(cluster, join(folder, 'kubeconfig'), values)
    server?.forgetRequests()
    try {
      const config = Object(named('ConfigMap', 'frr-k8s-config').data)['frrkit.yaml']
      await writeFile(join(folder, 'frrkit.yaml'), config)
      const pod = { 'spec.nodeName': nodeName(), 'metadata.namespace': namespace, 'metadata.name': 'frr-k8s-x' }
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
      const list = (kind: string, apiVersion: string) => objects.list(kind, { apiVersion, namespace })
      const said = async (kind: string) => (await list(kind, 'metallb.io/v1beta1')).map(({ status }) => status)
      await expect.poll(() => said('ServiceBGPStatus')).toMatchObject([{ peers: ['tor'] }])
      await expect.poll(() => said('ConfigurationState')).toMatchObject([{ result: 'Valid' }])
      const announced = async () =>
        (await list('Event', 'v1')).map(({ reason }) => reason).filter((reason) => reason === 'nodeAssigned')
      await expect.poll(announced).toEqual(events ? ['nodeAssigned'] : [])
      expect(await frrkit.stop()).toBe(0)
      expect(frrkit.logged()).not.toContain('cannot be kept')
      if (server === undefined) return
      // Whoever does not grant Events gets none, and hears no complaint about what depends on them.
      expect(refused(server).filter((request) => events || !/^create .*\/events$/.test(request))).toEqual([])
      expect(lacking(server, { ...always, ...asks })).toEqual([])
    } finally {
      await remove()
    }
  },
)

function clusterOf(namespace: string, node: string) {
  const metallb = (kind: string, name: string, spec: object) => ({
    apiVersion: `metallb.io/${kind === 'BGPPeer' ? 'v1beta2' : 'v1beta1'}`,
    kind,
    metadata: { name, namespace },
    spec,
  })
  const session = { myASN: 64_500, peerASN: 64_512, peerAddress: '192.0.2.1', passwordSecret: { name: 'tor' } }
  const data = { password: Buffer.from('s3cret').toString('base64') }
  const type = 'kubernetes.io/basic-auth'
  const pod = { nodeName: node, containers: [{ name: 'controller', image: 'frrkit' }] }
  return [
    { apiVersion: 'v1', kind: 'Node', metadata: { name: node, labels: { 'kubernetes.io/hostname': node } } },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'default', namespace } },
    { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'frr-k8s-x', namespace }, spec: pod },
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tor', namespace }, type, data },
    metallb('BGPPeer', 'tor', session),
    metallb('BGPAdvertisement', 'all', {}),
    metallb('IPAddressPool', 'pool', { addresses: ['198.51.100.0/24'] }),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'web', namespace },
      spec: { type: 'LoadBalancer', ports: [{ port: 80 }] },
      status: { loadBalancer: { ingress: [{ ip: '198.51.100.7' }] } },
    },
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { name: 'web-1', namespace, labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.0.0.1'], nodeName: node, conditions: { ready: true } }],
    },
  ]
}
