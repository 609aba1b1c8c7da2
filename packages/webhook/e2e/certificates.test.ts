import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { type Cluster, emptySecret, frrConfiguration, namespace, service, startCluster } from './start-cluster.ts'

const dnsName = `${service}.${namespace}.svc`
const day = 86_400_000

let cluster: Cluster
afterEach(() => cluster.close())

const secretKey = { kind: 'Secret', namespace, name: emptySecret.metadata.name }
const configurationKey = {
  kind: 'ValidatingWebhookConfiguration',
  name: 'frr-k8s-validating-webhook-configuration',
} as const

/** What the Secret says. */
function stored(key: 'ca.crt' | 'ca.key' | 'tls.crt'): string {
  const data = Object(cluster.server.get(secretKey)?.data ?? {}) as Readonly<Record<string, string>>
  return Buffer.from(data[key] ?? '', 'base64')
    .toString()
    .trim()
}

/** What the API server trusts, for each webhook. */
function trusted(): readonly string[] {
  const { webhooks } = cluster.server.get(configurationKey) as unknown as {
    readonly webhooks: readonly { readonly clientConfig: { readonly caBundle?: string } }[]
  }
  return webhooks.map(({ clientConfig }) =>
    Buffer.from(clientConfig.caBundle ?? '', 'base64')
      .toString()
      .trim(),
  )
}

/** The certificate that a client gets who trusts what the API server does; throws where that does not go. */
async function served(port: number): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', servername: dnsName, ca: trusted()[0] ?? '' })
  await once(socket, 'secureConnect')
  const certificate = socket.getPeerX509Certificate()?.toString().trim() ?? ''
  socket.destroy()
  return certificate
}

const writes = (resource: string) =>
  cluster.server.requests({ resource }).filter(({ verb }) => verb === 'update' || verb === 'patch')

test('a certificate for the Service, which the API server trusts; a broken one is made anew', async () => {
  cluster = await startCluster()
  const { port, lines } = await cluster.start()
  expect(new X509Certificate(stored('tls.crt')).checkHost(dnsName)).toBe(dnsName)
  expect(trusted()).toEqual([stored('ca.crt')])
  expect(await served(port)).toBe(stored('tls.crt'))
  expect(lines[0]).toBe(`a new CA and certificate for ${dnsName}: the CA is missing`)

  const before = stored('ca.crt')
  const secret = cluster.server.get(secretKey)
  cluster.server.put({ ...secret, ...emptySecret, data: { 'ca.crt': 'eA==' }, labels: { mine: 'yes' } })
  await expect.poll(() => trusted()[0]).not.toBe(before)
  expect(trusted()).toEqual([stored('ca.crt')])
  expect(await served(port)).toBe(stored('tls.crt'))

  cluster.server.put({
    ...cluster.server.get(configurationKey),
    webhooks: [{ name: 'a.b.c', clientConfig: {} }],
  } as never)
  await expect.poll(() => trusted()).toEqual([stored('ca.crt')])
})

test('two replicas with clocks three hours apart end with one certificate', async () => {
  cluster = await startCluster()
  const apart = new Date(Date.now() - 3 * 3_600_000)
  const [ahead, behind] = await Promise.all([cluster.start(), cluster.start({ now: () => apart })])
  const certificate = stored('tls.crt')
  await expect.poll(() => served(ahead.port)).toBe(certificate)
  expect(await served(behind.port)).toBe(certificate)
  expect(trusted()).toEqual([stored('ca.crt')])
  // One for each clock at most, and one that was too late.
  expect(writes('secrets').length).toBeLessThanOrEqual(3)
  expect(stored('tls.crt')).toBe(certificate)
})

const answers = (resource: string) => writes(resource).map(({ verb, code }) => `${verb} ${code}`)

test('a conflict at each write costs one more look, and no certificate', { timeout: 60_000 }, async () => {
  cluster = await startCluster()
  for (const resource of ['secrets', 'validatingwebhookconfigurations'])
    cluster.server.faults.answer({ code: 409, times: 1, match: { verb: 'update', resource } })
  const { port } = await cluster.start()
  expect(await served(port)).toBe(stored('tls.crt'))
  expect(trusted()).toEqual([stored('ca.crt')])
  expect(answers('secrets')).toEqual(['update 409', 'update 200'])
  expect(answers('validatingwebhookconfigurations')).toEqual(['update 409', 'update 200'])
})

test('a certificate that is about to expire is replaced under the same CA, and connections go on', async () => {
  cluster = await startCluster()
  let now = Date.now() - 300 * day
  const { port } = await cluster.start({ now: () => new Date(now) })
  const before = { ca: stored('ca.crt'), server: stored('tls.crt') }
  now += 300 * day
  // The next look is twelve hours away, or when somebody writes.
  cluster.server.put({
    ...cluster.server.get(secretKey),
    metadata: { ...emptySecret.metadata, labels: { a: 'b' } },
  } as never)
  await expect.poll(() => served(port)).not.toBe(before.server)
  expect(stored('ca.crt')).toBe(before.ca)
  expect(cluster.server.get(secretKey)?.metadata.labels).toEqual({ a: 'b' })
})

test('it ends after new certificates where it is told to, and serves the next time', async () => {
  cluster = await startCluster()
  await expect(cluster.start({ restartOnRefresh: true })).rejects.toThrow('refreshed')
  const { port } = await cluster.start({ restartOnRefresh: true })
  expect(await served(port)).toBe(stored('tls.crt'))
})

test('nothing listens before there is a Secret; then an API server that is away is the reason to deny', async () => {
  cluster = await startCluster()
  cluster.server.remove(secretKey)
  const started = cluster.start()
  let serves = false
  const watched = started.then(() => {
    serves = true
    return undefined
  })
  await cluster.server.nextRequest({ verb: 'watch', resource: 'secrets' })
  expect(serves).toBe(false)
  cluster.server.put(emptySecret)
  await watched
  cluster.server.faults.answer({ code: 500, times: 1, match: { verb: 'list', resource: 'frrconfigurations' } })
  expect(await cluster.kubectl('create', frrConfiguration('edge'))).toMatch(
    /denied the request: list frrconfigurations in frr-k8s-system: .*\(500\)\nfailed to get existing FRRConfiguration objects\n$/,
  )
})
