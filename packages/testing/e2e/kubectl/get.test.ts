import { afterAll, beforeAll, expect, test } from 'vitest'
import { merge, uniqueName } from '../conforms/widget.ts'
import { example, withKubectl } from './with-kubectl.ts'

const { kubectl, cluster } = withKubectl()

const group = '/apis/frrk8s.metallb.io/v1beta1'
const nodeState = uniqueName('frrkit-node')

beforeAll(async () => {
  const { ask, namespace } = cluster()
  const sessions = `${group}/namespaces/${namespace}/bgpsessionstates`
  const status = { node: 'n1', peer: '192.0.2.1', vrf: '', bgpStatus: 'Established', bfdStatus: 'N/A' }
  const head = { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'BGPSessionState' }
  for (const name of ['s1', 's2']) {
    await ask('POST', sessions, { body: { ...head, metadata: { name, labels: { session: name } } } })
    await ask('PATCH', `${sessions}/${name}/status`, { body: { status }, type: merge })
  }
  await ask('POST', `${group}/frrnodestates`, {
    body: { ...head, kind: 'FRRNodeState', metadata: { name: nodeState } },
  })
})
afterAll(() => cluster().ask('DELETE', `${group}/frrnodestates/${nodeState}`))

/** Columns are padded; how far is kubectl's business. */
const words = (text: string): string[] =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .join(' | '),
    )

test('get prints our columns, -o wide as well', { timeout: 60_000 }, async () => {
  for (const output of ['', ' -o wide']) {
    const { stdout } = await kubectl(`get bgpsessionstates -l session=s1${output}`)
    expect(words(stdout)).toEqual(['NAME | NODE | PEER | VRF | BGP | BFD', 's1 | n1 | 192.0.2.1 | Established | N/A'])
  }
})

test('get of a kind without columns has the age', { timeout: 60_000 }, async () => {
  await kubectl('apply -f -', { stdin: example(64512) })
  const { stdout } = await kubectl('get frrconfigurations')
  expect(words(stdout)).toEqual(['NAME | AGE', expect.stringMatching(/^example \| \d+s$/)])
})

test('get of what is not there', { timeout: 60_000 }, async () => {
  expect(await kubectl('get frrconfigurations absent')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'Error from server (NotFound): frrconfigurations.frrk8s.metallb.io "absent" not found\n',
  })
  expect((await kubectl('get bgpsessionstates -l session=s9')).stderr).toContain('No resources found')
})

test('get --watch follows until it is ended', { timeout: 60_000 }, async () => {
  const { ask, namespace } = cluster()
  const over = new AbortController()
  let seen = ''
  const change = Promise.withResolvers<void>()
  const watching = kubectl('get bgpsessionstates -l session=s2 --watch', {
    signal: over.signal,
    onOutput(text) {
      seen += text
      if (seen.includes('s2')) change.resolve()
      if (seen.includes('Idle')) over.abort()
    },
  })
  await change.promise
  await ask('PATCH', `${group}/namespaces/${namespace}/bgpsessionstates/s2/status`, {
    body: { status: { bgpStatus: 'Idle' } },
    type: merge,
  })
  await watching
  expect(words(seen)).toEqual([
    'NAME | NODE | PEER | VRF | BGP | BFD',
    's2 | n1 | 192.0.2.1 | Established | N/A',
    's2 | n1 | 192.0.2.1 | Idle | N/A',
  ])
})

test('describe shows an object and the events about it', { timeout: 60_000 }, async () => {
  const { ask, namespace } = cluster()
  const { body: session } = await ask('GET', `${group}/namespaces/${namespace}/bgpsessionstates/s1`)
  const { uid } = session.metadata as { readonly uid: string }
  const now = new Date().toISOString().replace(/\.\d+Z$/, 'Z')
  const body = {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: 'e1' },
    involvedObject: { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'BGPSessionState', name: 's1', namespace, uid },
    reason: 'Flapped',
    message: 'the session went down and up',
    type: 'Warning',
    source: { component: 'frrkit' },
    firstTimestamp: now,
    lastTimestamp: now,
    count: 1,
  }
  await ask('POST', `/api/v1/namespaces/${namespace}/events`, { body })
  const { stdout } = await kubectl('describe bgpsessionstate s1')
  expect(stdout).toMatch(/^Name:\s+s1\n/)
  expect(stdout).toMatch(/Bgp Status:\s+Established\n/)
  expect(stdout).toMatch(/Warning\s+Flapped\s+\d+s\s+frrkit\s+the session went down and up\n/)
})

test('objects of the cluster, by their singular name', { timeout: 60_000 }, async () => {
  expect((await kubectl(`get frrnodestate ${nodeState} -o name`)).stdout).toBe(
    `frrnodestate.frrk8s.metallb.io/${nodeState}\n`,
  )
})

// A real server takes a while to publish the schema of a new definition.
const explained = async () => (await kubectl('explain frrconfiguration.spec.bgp.routers.asn')).stdout

test('explain knows our descriptions', { timeout: 60_000 }, async () => {
  await expect.poll(explained, { timeout: 30_000, interval: 500 }).toMatch(/FIELD: asn <integer>[\s\S]*Our AS number\./)
})
