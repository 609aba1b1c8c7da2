import { createKubeClient, type KubeClient } from '@frrkit/k8s'
import { createMetricBoard } from '@frrkit/plugin'
import { type ApiServer, createApiServer, metallbResources } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import { publishMetallb } from '../src/index.ts'
import { aNode, anAdvertisement, aPeer, aPool, aService, aSlice } from '../test/objects.ts'

const namespace = 'frr-k8s-system'
const metallbNamespace = 'metallb-system'
const configurations = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrconfigurations', namespace }
const own = { ...configurations, name: 'metallb-worker-1' }
const kinds = ['BGPPeer', 'BGPAdvertisement', 'IPAddressPool', 'BFDProfile', 'L2Advertisement']

let server: ApiServer
let kube: KubeClient

beforeAll(async () => {
  server = await createApiServer({ namespaces: [namespace, metallbNamespace], resources: metallbResources })
  kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
})
afterAll(async () => {
  await kube.close()
  await server.close()
})
beforeEach(() => {
  const written = ['ServiceBGPStatus', 'ConfigurationState', 'Community', 'Secret']
  for (const kind of [...kinds, ...written, 'FRRConfiguration', 'Event', 'EndpointSlice', 'Service']) {
    for (const { metadata } of server.list(kind)) {
      const { name = '', namespace: of } = metadata
      server.remove({ kind, name, ...(of !== undefined && { namespace: of }) })
    }
  }
  for (const object of [aNode(), aPeer(), anAdvertisement(), aPool(), aService(), aSlice()]) put(object)
})

const put = ({ body }: { readonly body: unknown }) => server.put(body as Parameters<ApiServer['put']>[0])

/** Publishes until the test is over, and hears what it logs. */
function start(options: Partial<Parameters<typeof publishMetallb>[0]> = {}) {
  const lines: string[] = []
  const hear = (_: object, message: string) => lines.push(message)
  const stop = new AbortController()
  const ended = publishMetallb({
    kube,
    nodeName: 'worker-1',
    frrk8sNamespace: namespace,
    log: { info: hear, warn: hear },
    signal: stop.signal,
    ...options,
  })
  const end = async () => {
    stop.abort()
    await ended
  }
  onTestFinished(end)
  return { lines, end }
}

const published = () => server.get({ kind: 'FRRConfiguration', namespace, name: own.name })
const prefixes = () => Object(published()?.spec).bgp?.routers[0]?.prefixes
const within = { timeout: 30_000, interval: 20 }

test('the object is written as MetalLB would, and says whose it is', async () => {
  start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  expect(published()).toMatchObject({
    metadata: { labels: { 'app.kubernetes.io/managed-by': 'frrkit' } },
    spec: {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'worker-1' } },
      bgp: { routers: [{ asn: 64_500, neighbors: [{ address: '192.0.2.1', asn: 64_512, port: 179 }] }] },
    },
  })
})

test('nothing is written again while nothing changes, though the API server has filled in defaults', async () => {
  start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  const { resourceVersion } = published()?.metadata ?? {}
  server.forgetRequests()
  put(aService({ labels: { some: 'label' } }))
  put(aNode({ rack: 'b' }))
  put(aService({}, 'pending'))
  put(aService({ ips: ['198.51.100.9'] }, 'second'))
  put(aSlice([{}], { service: 'second' }))
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32', '198.51.100.9/32'])
  const writes = server.requests({ resource: 'frrconfigurations' }).filter(({ verb }) => verb === 'patch')
  expect(writes).toHaveLength(1)
  expect(published()?.metadata.resourceVersion).not.toBe(resourceVersion)
})

test('what somebody changes in it by hand, or deletes, is put right', async () => {
  start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  await kube.patch(
    own,
    { spec: { bgp: { routers: [] }, raw: { rawConfig: '! by hand' } } },
    { fieldManager: 'kubectl-edit' },
  )
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  expect(Object(published()?.spec).raw).toBeUndefined()
  await kube.delete(own)
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
})

test('an error in one object keeps what was published, and is told', async () => {
  const { lines } = start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  put(anAdvertisement({ communities: ['blue'] }, 'wrong'))
  await expect.poll(() => lines.some((line) => line.includes('[metallb/community]')), within).toBe(true)
  expect(prefixes()).toEqual(['198.51.100.7/32'])
})

test('ML27: a restart writes and deletes nothing, though each list comes late', async () => {
  const first = start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  await first.end()
  server.forgetRequests()
  for (const resource of ['services', 'endpointslices', 'nodes', 'bgppeers']) {
    server.faults.answer({ code: 503, times: 1, match: { verb: 'list', resource } })
  }
  start()
  const watching = server.nextRequest({ verb: 'watch', resource: 'services' })
  await watching
  put(aService({ ips: ['198.51.100.8'] }))
  await expect.poll(prefixes, within).toEqual(['198.51.100.8/32'])
  const writes = server.requests({ resource: 'frrconfigurations' }).filter(({ verb }) => !/list|watch/.test(verb ?? ''))
  expect(writes.map(({ verb }) => verb)).toEqual(['patch'])
})

test('when the last peer goes, the object goes', async () => {
  start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  server.remove({ kind: 'BGPPeer', namespace: metallbNamespace, name: 'tor' })
  await expect.poll(published, within).toBeUndefined()
})

const bySpeaker = async (asn: number) => {
  const { apiVersion } = configurations
  const spec = { bgp: { routers: [{ asn }] }, nodeSelector: { matchLabels: { 'kubernetes.io/hostname': 'worker-1' } } }
  const body = { apiVersion, kind: 'FRRConfiguration', metadata: { name: own.name, namespace }, spec }
  const done = await kube.patch(own, body, { type: 'apply', fieldManager: 'speaker', force: true })
  expect(done).toMatchObject({ ok: true })
}

test("the object of MetalLB's speaker is left alone, until somebody hands it over", async () => {
  await bySpeaker(64_999)
  const { lines } = start()
  const help = `stop MetalLB's speaker on this node, then hand the object over: kubectl label frrconfiguration metallb-worker-1 -n ${namespace} app.kubernetes.io/managed-by=frrkit`
  await expect
    .poll(() => lines, within)
    .toContain(
      `FRRConfiguration ${namespace}/metallb-worker-1: metadata.managedFields: somebody else translates MetalLB's objects for this node as well [metallb/speaker]
  written by speaker  FRRConfiguration ${namespace}/metallb-worker-1  metadata.managedFields
help: ${help}`,
    )
  expect(Object(published()?.spec).bgp.routers[0].asn).toBe(64_999)
  await kube.patch(own, { metadata: { labels: { 'app.kubernetes.io/managed-by': 'frrkit' } } })
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
})

test("MetalLB's speaker that goes on writing is noticed, and not fought", async () => {
  const { lines } = start()
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  await bySpeaker(64_999)
  await expect.poll(() => lines.join('\n'), within).toContain('then take the label off and put it on again')
  expect(Object(published()?.spec).bgp.routers[0].asn).toBe(64_999)
})

const statuses = () =>
  server
    .list('ServiceBGPStatus', { namespace: metallbNamespace })
    .map(({ status }) => status)
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
const events = () => server.list('Event', { namespace: 'default' })
const aStatus = (peers: readonly string[]) => ({
  node: 'worker-1',
  serviceName: 'web',
  serviceNamespace: 'default',
  peers,
})

test('ML23: a ServiceBGPStatus for each service, with the peers that hear of it, until nobody does', async () => {
  start()
  await expect.poll(statuses, within).toEqual([aStatus(['tor'])])
  expect(server.list('ServiceBGPStatus')[0]?.metadata).toMatchObject({
    name: expect.stringMatching(/^bgp-/),
    labels: {
      'metallb.io/node': 'worker-1',
      'metallb.io/service-name': 'web',
      'metallb.io/service-namespace': 'default',
    },
  })
  put(aPeer({ peerAddress: '192.0.2.9' }, 'dummy'))
  await expect.poll(statuses, within).toEqual([aStatus(['dummy', 'tor'])])
  server.remove({ kind: 'BGPPeer', namespace: metallbNamespace, name: 'tor' })
  await expect.poll(statuses, within).toEqual([aStatus(['dummy'])])
  put(anAdvertisement({ nodeSelectors: [{ matchLabels: { rack: 'elsewhere' } }] }))
  await expect.poll(statuses, within).toEqual([])
  put(anAdvertisement())
  await expect.poll(statuses, within).toEqual([aStatus(['dummy'])])
  server.remove({ kind: 'Service', namespace: 'default', name: 'web' })
  await expect.poll(statuses, within).toEqual([])
})

const state = () => server.get({ kind: 'ConfigurationState', namespace: metallbNamespace, name: 'speaker-worker-1' })
const condition = (status: string, reason: string, message: string) => ({
  conditions: [{ type: 'configReconcilerValid', status, reason, message, lastTransitionTime: expect.any(String) }],
  result: status === 'True' ? 'Valid' : 'Invalid',
  errorSummary: message,
})
const valid = condition('True', 'Reconciled', '')
const summary = () => String(Object(state()?.status).errorSummary)

test('ML25: the ConfigurationState of the node says whether the objects are right, and if not, why', async () => {
  start()
  await expect.poll(() => state()?.status, within).toEqual(valid)
  expect(state()?.metadata.labels).toEqual({
    'metallb.io/component-type': 'speaker',
    'metallb.io/node-name': 'worker-1',
  })
  put(aPeer({ bfdProfile: 'fast' }))
  const message = `configuration error: BGPPeer ${metallbNamespace}/tor: spec.bfdProfile: there is no such BFDProfile [metallb/unknown-bfd-profile]
  fast  BGPPeer ${metallbNamespace}/tor  spec.bfdProfile
help: HELP`
  await expect.poll(() => summary().replace(/^help: .*$/m, 'help: HELP'), within).toBe(message)
  expect(state()?.status).toEqual(condition('False', 'ConfigurationError', summary()))
  const profile = { apiVersion: 'metallb.io/v1beta1', kind: 'BFDProfile', spec: {} }
  server.put({ ...profile, metadata: { name: 'fast', namespace: metallbNamespace } })
  await expect.poll(() => state()?.status, within).toEqual(valid)
})

const mistakes = () => ['[metallb/community]', '[metallb/duplicate-peer]'].filter((code) => summary().includes(code))

test('ML25: one of two mistakes is mended, then the other; an alias that comes later mends one', async () => {
  start()
  put(anAdvertisement({ communities: ['blue'] }, 'wrong'))
  put(aPeer({ peerAddress: '192.0.2.1' }, 'again'))
  await expect.poll(mistakes, within).toEqual(['[metallb/community]', '[metallb/duplicate-peer]'])
  const communities = [{ name: 'blue', value: '64500:1' }]
  const names = { apiVersion: 'metallb.io/v1beta1', kind: 'Community', spec: { communities } }
  server.put({ ...names, metadata: { name: 'names', namespace: metallbNamespace } })
  await expect.poll(mistakes, within).toEqual(['[metallb/duplicate-peer]'])
  server.remove({ kind: 'BGPPeer', namespace: metallbNamespace, name: 'again' })
  await expect.poll(() => state()?.status, within).toEqual(valid)
})

test.each([
  { node: 'worker-1', rack: 'a', expected: 'Invalid' },
  { node: 'worker-1', rack: 'b', expected: 'Valid' },
])(
  'ML25: a Secret of the wrong type is the business of the nodes of its peer: $expected',
  async ({ rack, expected }) => {
    const data = { password: Buffer.from('s3cret').toString('base64') }
    server.put({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tor', namespace: metallbNamespace }, data })
    put(aNode({ rack: 'a' }))
    put(aPeer({ passwordSecret: { name: 'tor' }, nodeSelectors: [{ matchLabels: { rack } }] }))
    start({ secretPassthrough: false })
    await expect.poll(() => Object(state()?.status).result, within).toBe(expected)
    expect(JSON.stringify(state())).not.toContain('s3cret')
  },
)

test('ML25: a ConfigurationState that somebody deletes or writes over says the same again', async () => {
  start()
  put(anAdvertisement({ communities: ['blue'] }, 'wrong'))
  await expect.poll(summary, within).toContain('[metallb/community]')
  const before = state()?.status
  const key = { kind: 'ConfigurationState', namespace: metallbNamespace, name: 'speaker-worker-1' }
  const said = () => Object(state()?.status).conditions?.[0]?.message
  server.remove(key)
  await expect.poll(said, within).toBe(Object(before).errorSummary)
  const object = { apiVersion: 'metallb.io/v1beta1', plural: 'configurationstates', ...key }
  await kube.patch(object, { status: { result: 'Valid', conditions: [] } }, { subresource: 'status' })
  await expect.poll(() => Object(state()?.status).result, within).toBe('Invalid')
  expect(said()).toBe(Object(before).errorSummary)
})

test("the ConfigurationState is left to MetalLB's speaker where that runs", async () => {
  await bySpeaker(64_999)
  const { lines } = start()
  await expect.poll(() => lines.join('\n'), within).toContain('[metallb/speaker]')
  expect(state()).toBeUndefined()
})

test('an Event when a service is announced from this node, and not again after a restart', async () => {
  const first = start()
  await expect.poll(events, within).toMatchObject([
    {
      type: 'Normal',
      reason: 'nodeAssigned',
      message: 'announcing from node "worker-1" with protocol "bgp"',
      involvedObject: { kind: 'Service', namespace: 'default', name: 'web' },
      source: { component: 'metallb-speaker', host: 'worker-1' },
    },
  ])
  await first.end()
  start()
  put(aService({}, 'second'))
  put(aSlice([{}], { service: 'second' }))
  const told = () => events().map((event) => `${Object(event.involvedObject).name} ${Object(event).count}`)
  await expect.poll(told, within).toEqual(['second 1', 'web 1'])
})

test('the metrics of the speaker: what is announced, and whether the objects are right', async () => {
  const board = createMetricBoard()
  const samples = (name: string) => board.read().find((family) => family.name === name)?.samples
  start({ board })
  const labels = { service: 'default/web', protocol: 'bgp', node: 'worker-1', ip: '198.51.100.7' }
  await expect.poll(() => samples('metallb_speaker_announced'), within).toEqual([{ labels, value: 1 }])
  expect(samples('metallb_k8s_client_config_loaded_bool')).toEqual([{ labels: {}, value: 1 }])
  put(anAdvertisement({ communities: ['blue'] }, 'wrong'))
  await expect.poll(() => samples('metallb_k8s_client_config_stale_bool'), within).toEqual([{ labels: {}, value: 1 }])
  expect(samples('metallb_speaker_announced')).toEqual([{ labels, value: 1 }])
})

test.each([
  { case: 'a reference stays one', options: {}, secret: { passwordSecret: { name: 'tor' } } },
  {
    case: 'only who asks for it gets the password in clear',
    options: { secretPassthrough: false },
    secret: { password: 's3cret' },
  },
])('ML7, a password in a Secret: $case', async ({ options, secret }) => {
  const data = { password: Buffer.from('s3cret').toString('base64') }
  const type = 'kubernetes.io/basic-auth'
  server.put({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'tor', namespace: metallbNamespace }, type, data })
  put(aPeer({ passwordSecret: { name: 'tor' } }))
  const { lines } = start(options)
  await expect.poll(prefixes, within).toEqual(['198.51.100.7/32'])
  const [neighbor] = Object(published()?.spec).bgp.routers[0].neighbors
  expect(neighbor).toMatchObject(secret)
  expect(JSON.stringify(published()).includes('s3cret')).toBe('password' in secret)
  expect(lines.join('\n')).not.toContain('s3cret')
})
