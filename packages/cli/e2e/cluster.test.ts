import {
  bgpNeighbor,
  createLab,
  established,
  type Frr,
  type Lab,
  received,
  requireLab,
  startFrr,
  waitFor,
} from '@frrkit/frr-lab'
import { createKubeClient, type KubeClient } from '@frrkit/k8s'
import { type ClusterUnderTest, clusterUnderTest, type KubeObject } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FrrkitProcess, startFrrkit } from './frrkit-process.ts'

const apiVersion = 'frrk8s.metallb.io/v1beta1'
const configuration = (namespace: string, name: string, prefix: string): KubeObject => ({
  apiVersion,
  kind: 'FRRConfiguration',
  metadata: { name, namespace },
  spec: {
    nodeSelector: { matchLabels: { rack: 'r1' } },
    bgp: {
      routers: [
        {
          asn: 64_512,
          prefixes: [prefix],
          neighbors: [
            {
              address: '192.0.2.2',
              asn: 64_513,
              connectTime: '1s',
              passwordSecret: { name: 'tor' },
              toAdvertise: { allowed: { mode: 'all' } },
            },
          ],
        },
      ],
    },
  },
})

// Only the node dials: where both do, bgpd of 8.4 may take minutes to see that one connection of the two is gone (docs/operating.md).
const peerConfig = `router bgp 64513
 no bgp ebgp-requires-policy
 neighbor 192.0.2.1 remote-as 64512
 neighbor 192.0.2.1 password s3cret
 neighbor 192.0.2.1 passive
`

/** One node whose FRR frrkit keeps as an API server says, one peer that is plain FRR. One story, told in order. */
describe.runIf(await requireLab())('objects of a cluster become a session', { timeout: 90_000 }, () => {
  let lab: Lab
  let node: Frr
  let peer: Frr
  let cluster: ClusterUnderTest
  let kube: KubeClient
  let nodeName: string
  let frrkit: FrrkitProcess

  beforeAll(async () => {
    lab = await createLab({ name: 'cluster' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/30'], b: ['192.0.2.2/30'] })
    node = await startFrr(a, {})
    peer = await startFrr(b, { config: peerConfig })
    cluster = await clusterUnderTest()
    const { namespace, kubeconfigPath } = cluster
    nodeName = `${namespace}-node`
    await cluster.objects.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: nodeName, labels: { rack: 'r1' } } })
    kube = createKubeClient({ kubeconfig: kubeconfigPath })
    const place = ['--namespace', namespace, '--kubeconfig', kubeconfigPath, '--node-name', nodeName]
    const frr = ['--frr-conf', node.configFile, '--pathspace', node.pathspace]
    frrkit = startFrrkit([...place, ...frr, '--health-probe-bind-address', '127.0.0.1:0'])
    await frrkit.logged(/FRR (took|runs) /)
  }, 120_000)
  afterAll(async () => {
    expect(await frrkit.stop()).toBe(0)
    await kube.close()
    for (const [of, kind] of [
      ['v1', 'Node'],
      [apiVersion, 'FRRNodeState'],
    ] as const)
      await cluster.objects.remove({ apiVersion: of, kind, name: nodeName })
    await cluster.cleanup()
    await lab.stop()
  })

  const configurations = () => ({ apiVersion, plural: 'frrconfigurations', namespace: cluster.namespace })
  const drops = async () => (await bgpNeighbor(peer, '192.0.2.1'))?.connectionsDropped
  const runs = async (line: string) => (await node.running()).includes(line)
  const atPeer = (prefix: string) => received(peer, prefix, { from: '192.0.2.1' })

  test('a Secret that comes later brings up the session, and the route to the peer', async () => {
    expect(
      await kube.create(configurations(), configuration(cluster.namespace, 'edge', '192.168.100.0/24')),
    ).toMatchObject({ ok: true })
    const line = await frrkit.logged(/no configuration can be built/)
    expect(line.msg).toMatch(/secret tor not found \[merge\/secret-missing\]\n +tor +FRRConfiguration \S+\/edge/)
    const { namespace } = cluster
    const data = { password: Buffer.from('s3cret\n').toString('base64') }
    const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tor', namespace }, data }
    const secrets = { apiVersion: 'v1', plural: 'secrets', namespace }
    expect(await kube.create(secrets, { ...secret, type: 'kubernetes.io/basic-auth' })).toMatchObject({ ok: true })
    await established(node, '192.0.2.2')
    await atPeer('192.168.100.0/24')
    expect(JSON.stringify(frrkit.lines)).not.toContain('s3cret')
  })

  test('while the API server is away the routes stay; what was said meanwhile arrives when it is back', async () => {
    const before = await drops()
    const core = configuration(cluster.namespace, 'core', '192.168.101.0/24')
    const { server } = cluster
    if (server === undefined) await cluster.objects.put(core)
    else {
      await server.faults.goAway()
      await frrkit.logged(/ECONNREFUSED.*; what is known of the cluster stays, trying again/)
      await atPeer('192.168.100.0/24')
      server.put(core)
      await server.faults.comeBack()
      await frrkit.logged(/the API server answers again/)
    }
    await atPeer('192.168.101.0/24')
    await atPeer('192.168.100.0/24')
    expect(await drops()).toBe(before)
  })

  test('the log level of FRR and of the daemon changes while both run', async () => {
    const { namespace } = cluster
    const settings = { apiVersion, kind: 'FRRK8sConfiguration', metadata: { name: 'config', namespace } }
    const at = { ...configurations(), plural: 'frrk8sconfigurations' }
    expect(await kube.create(at, { ...settings, spec: { logLevel: 'error' } })).toMatchObject({ ok: true })
    await waitFor('log stdout errors in FRR', async () => (await runs('log stdout errors')) || undefined, {
      within: 30_000,
    })
    const since = frrkit.lines.length
    await kube.patch({ ...configurations(), name: 'core' }, { spec: { bgp: { routers: [] } } })
    await waitFor('core without prefixes', async () => !(await runs('192.168.101.0/24')) || undefined, {
      within: 30_000,
    })
    expect(frrkit.lines.slice(since).filter(({ level }) => level !== 'error')).toEqual([])
  })
})
