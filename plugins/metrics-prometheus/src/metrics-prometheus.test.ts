import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { get as getHttp, type RequestOptions } from 'node:http'
import { get as getHttps } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { createKubeClient } from '@frrkit/k8s'
import { runReporter } from '@frrkit/testing'
import { createApiServer } from '@frrkit/testing/api-server'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { expect, onTestFinished, test } from 'vitest'
import { selfSigned } from './certificate.ts'
import { type MetricsPrometheusOptions, metricsPrometheus } from './metrics-prometheus.ts'

const neighbors = JSON.stringify({
  default: { '192.0.2.1': { bgpState: 'Established', messageStats: { updatesSent: 5 } } },
})

type Reply = { readonly status: number | undefined; readonly body: string; readonly protocol?: string | null }

function ask(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const options: RequestOptions & { rejectUnauthorized: boolean } = { headers, rejectUnauthorized: false, agent: false }
  return new Promise((resolve, reject) => {
    const get = url.startsWith('https:') ? getHttps : getHttp
    get(url, options, (response) => {
      const { socket } = response
      const tls = socket instanceof TLSSocket ? { protocol: socket.getProtocol() } : {}
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () => resolve({ status: response.statusCode, body, ...tls }))
    }).on('error', reject)
  })
}

/** FRR's daemons as fakes, and an API server that knows the tokens `prometheus` and `stranger`. */
async function start(options: Partial<MetricsPrometheusOptions> = {}, withKube = true) {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-metrics-'))
  const fake = (daemon: 'bgpd' | 'bfdd' | 'zebra' | 'staticd') =>
    startFakeDaemon({
      daemon,
      vtyDir,
      shows: {
        'show bgp vrf all neighbors json': neighbors,
        'show bfd peers json': '[]',
        'show bfd peers counters json': '[]',
      },
    })
  const bgpd = await fake('bgpd')
  const daemons = [bgpd, await fake('bfdd'), await fake('zebra'), await fake('staticd')]
  const server = await createApiServer({
    users: { prometheus: { username: 'prometheus' }, stranger: { username: 'stranger' } },
    authorize: ({ username }, access) =>
      !('path' in access) || (username === 'prometheus' && access.path === '/metrics'),
  })
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  onTestFinished(async () => {
    await kube.close()
    await server.close()
    await Promise.all(daemons.map((daemon) => daemon.stop()))
    await rm(vtyDir, { recursive: true })
  })
  const { log } = runReporter((to) =>
    metricsPrometheus({
      ...(withKube && { kube }),
      log: to,
      metricsBindAddress: '127.0.0.1:0',
      vital: ['bgpd', 'bfdd', 'zebra', 'staticd'],
      vtyDir,
      ...options,
    }),
  )
  const port = async (nth = 0): Promise<string> => {
    await expect.poll(() => portsIn(log).length).toBeGreaterThan(nth)
    return portsIn(log)[nth] ?? ''
  }
  return { server, log, port, bgpd }
}

function portsIn(log: readonly string[]): readonly string[] {
  return log.flatMap((line) => /listening on 127\.0\.0\.1:(\d+)/.exec(line)?.[1] ?? [])
}

const prometheus = { authorization: 'Bearer prometheus' }

test('who may read /metrics gets what FRR and the daemon tell, over TLS 1.3 by default', async () => {
  const { port } = await start()
  const reply = await ask(`https://127.0.0.1:${await port()}/metrics`, prometheus)
  expect(reply).toMatchObject({ status: 200, protocol: 'TLSv1.3' })
  expect(reply.body).toContain('frrk8s_bgp_session_up{peer="192.0.2.1",vrf="default"} 1\n')
  expect(reply.body).toContain('frrk8s_bgp_updates_total{peer="192.0.2.1",vrf="default"} 5\n')
  expect(reply.body).toContain('frrk8s_k8s_client_config_loaded_bool 0\n')
  expect(reply.body).toMatch(/\nprocess_resident_memory_bytes \d+/)
})

test.each([
  { case: 'no token', headers: {}, status: 401, body: 'Unauthorized\n' },
  { case: 'no bearer token', headers: { authorization: 'Basic eDp5' }, status: 401, body: 'Unauthorized\n' },
  { case: 'an unknown token', headers: { authorization: 'Bearer nobody' }, status: 401, body: 'Unauthorized\n' },
  {
    case: 'somebody who may not',
    headers: { authorization: 'Bearer stranger' },
    status: 403,
    body: 'Authorization denied for user stranger\n',
  },
])('$case: $status', async ({ headers, status, body }) => {
  const { port } = await start()
  expect(await ask(`https://127.0.0.1:${await port()}/metrics`, headers)).toMatchObject({ status, body })
})

test('the API server is asked once a minute for one token, and nobody gets in while it is away', async () => {
  const { port, server, log } = await start()
  const url = `https://127.0.0.1:${await port()}/metrics`
  await ask(url, prometheus)
  await ask(url, prometheus)
  expect(server.requests({ resource: 'tokenreviews' })).toHaveLength(1)
  await server.faults.goAway()
  expect(await ask(url, prometheus)).toMatchObject({ status: 200 })
  expect(await ask(url, { authorization: 'Bearer s3cret' })).toMatchObject({
    status: 500,
    body: 'Authentication failed\n',
  })
  expect(log.join('\n')).not.toContain('s3cret')
})

test('without bgpd its series are absent, and those of the daemon are not', async () => {
  const { port, bgpd, log } = await start()
  const url = `https://127.0.0.1:${await port()}/metrics`
  await bgpd.kill()
  const { status, body } = await ask(url, prometheus)
  expect(status).toBe(200)
  expect(body).not.toContain('frrk8s_bgp_')
  expect(body).toContain('frrk8s_bfd_session_up')
  expect(body).toContain('frrk8s_k8s_client_updates_total 0\n')
  await ask(url, prometheus)
  expect(log.filter((line) => line.includes('bgpd'))).toHaveLength(1)
})

test('a bgpd that hangs costs the deadline and no more', async () => {
  const { port, bgpd } = await start({ within: 100 })
  bgpd.hang()
  const { status, body } = await ask(`https://127.0.0.1:${await port()}/metrics`, prometheus)
  expect({ status, bgp: body.includes('frrk8s_bgp_') }).toEqual({ status: 200, bgp: false })
  bgpd.resume()
})

test('livez asks for no token, and says which daemon is missing', async () => {
  const { port, bgpd } = await start()
  const url = `https://127.0.0.1:${await port()}/livez`
  expect(await ask(url)).toMatchObject({ status: 200, body: 'ok' })
  await bgpd.kill()
  expect(await ask(url)).toMatchObject({ status: 404, body: 'missing: bgpd' })
})

test.each(['/healthz', '/readyz'])('%s is plain HTTP on an address of its own', async (path) => {
  const { port } = await start({ metricsBindAddress: '0', healthProbeBindAddress: '127.0.0.1:0' }, false)
  expect(await ask(`http://127.0.0.1:${await port()}${path}`)).toEqual({ status: 200, body: 'ok' })
  expect(await ask(`http://127.0.0.1:${await port()}/metrics`)).toMatchObject({ status: 404 })
})

test('on loopback, metrics may be plain HTTP without token', async () => {
  const { port } = await start({ metricsSecure: false }, false)
  const { status, body } = await ask(`http://127.0.0.1:${await port()}/metrics`)
  expect({ status, bgp: body.includes('frrk8s_bgp_session_up{') }).toEqual({ status: 200, bgp: true })
})

test('FRR’s metrics may have an address of their own, as with frr-metrics', async () => {
  const { port } = await start({ frrMetricsBindAddress: '127.0.0.1:0', metricsSecure: false }, false)
  const bodies = await Promise.all(
    [0, 1].map(async (nth) => (await ask(`http://127.0.0.1:${await port(nth)}/metrics`)).body),
  )
  const having = (name: string) => bodies.filter((body) => body.includes(name)).length
  expect([having('frrk8s_bgp_session_up'), having('frrk8s_k8s_client_updates_total')]).toEqual([1, 1])
})

test('certificates from files are served, with the lowest version that was asked for', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'frrkit-certs-'))
  const { cert, key } = await selfSigned()
  await writeFile(join(dir, 'tls.crt'), cert)
  await writeFile(join(dir, 'tls.key'), key, { mode: 0o600 })
  const { port } = await start({
    metricsCertDir: dir,
    tlsMinVersion: 'VersionTLS12',
    tlsCipherSuites: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    tlsCurvePreferences: '29',
  })
  expect(await ask(`https://127.0.0.1:${await port()}/metrics`, prometheus)).toMatchObject({ status: 200 })
  await rm(dir, { recursive: true })
})

test('an address that is taken is told, and does not end the daemon', async () => {
  const { port } = await start({ metricsSecure: false }, false)
  const second = await start({ metricsBindAddress: `127.0.0.1:${await port()}`, metricsSecure: false }, false)
  await expect
    .poll(() => second.log)
    .toContainEqual(expect.stringMatching(/^metrics: cannot listen on 127\.0\.0\.1:\d+: .*EADDRINUSE/))
})

test.each<{ options: MetricsPrometheusOptions; says: string }>([
  { options: {}, says: 'metrics need an API server that knows who may read them; without one, metricsSecure: false' },
  {
    options: { metricsSecure: false },
    says: 'metricsSecure: false is for loopback addresses only, and 0.0.0.0 is none',
  },
  { options: { tlsCertFile: 'a', metricsBindAddress: '0' }, says: 'tlsCertFile and tlsPrivateKeyFile belong together' },
])('$says', ({ options, says }) => {
  expect(() => metricsPrometheus(options)).toThrow(says)
})
