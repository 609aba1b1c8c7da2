import { runKubectl } from '@frrkit/kubectl'
import { type ApiServer, createApiServer, frrkitWebhook } from '@frrkit/testing/api-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { main } from '../src/main.ts'

const namespace = 'frr-k8s-system'
const apiVersion = 'frrk8s.metallb.io/v1beta1'
const services: Record<string, string> = {}

let server: ApiServer
beforeAll(async () => {
  server = await createApiServer({ namespaces: [namespace], services })
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'node-0', labels: {} } })
  server.put({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'frr-k8s-webhook-server-cert', namespace } })
  server.put(frrkitWebhook({ namespace, name: 'other-service' }))
  server.put({ apiVersion, kind: 'FRRNodeState', metadata: { name: 'gone' } })
})
afterAll(() => server.close())

/** `frrkit webhook`, in this process; `stop` is what SIGTERM does. */
function start(...words: readonly string[]) {
  const lines: Readonly<Record<string, unknown>>[] = []
  const stop = Promise.withResolvers<string>()
  const stdout = { write: (line: string) => lines.push(JSON.parse(line)) }
  const io = { stdout, stderr: stdout, cwd: '/', ended: () => stop.promise }
  const code = main(['webhook', '--namespace', namespace, '--kubeconfig', server.kubeconfigPath, ...words], io)
  const logged = (msg: RegExp) => expect.poll(() => lines.find((line) => msg.test(String(line.msg)))).toBeDefined()
  return { lines, code, logged, stop: () => stop.resolve('SIGTERM') }
}

test('kubectl is told what is wrong, by a webhook started as a manifest of frr-k8s starts it', async () => {
  const reference = ['--log-level=debug', '--pprof-bind-address=', '--zap-devel', '--disable-cert-rotation=false']
  const service = ['--cert-service-name=other-service', '--restart-on-rotator-secret-refresh=false', '--webhook-port=0']
  const { lines, code, logged, stop } = start(...reference, ...service, '--frrk8s-selector=app=frr-k8s')
  await logged(/^the webhook serves on port/)
  const { port } = lines.find(({ port: taken }) => taken !== undefined) ?? {}
  services[`${namespace}/other-service`] = `https://127.0.0.1:${String(port)}`

  const routers = [{ asn: 64_512, neighbors: [{ address: '192.0.2.1', asn: 64_513, bfdProfile: 'fast' }] }]
  const object = {
    apiVersion,
    kind: 'FRRConfiguration',
    metadata: { name: 'edge', namespace },
    spec: { bgp: { routers } },
  }
  const { stderr } = await runKubectl(['apply', '-f', '-'], {
    kubeconfig: server.kubeconfigPath,
    stdin: JSON.stringify(object),
  })
  expect(stderr).toContain('referencing non existing BFDProfile fast')
  await logged(/^removed frrnodestates gone: no daemon runs on node gone$/)

  stop()
  expect(await code).toBe(0)
  expect(lines.at(-1)).toMatchObject({ level: 'info', msg: 'SIGTERM: stopping' })
})

test('a level that an FRRK8sConfiguration asks for is heard', async () => {
  const config = { apiVersion, kind: 'FRRK8sConfiguration', metadata: { name: 'config', namespace } }
  server.put({ ...config, spec: { logLevel: 'error' } })
  const { code, lines, logged, stop } = start('--webhook-port=0', '--cert-service-name=other-service')
  await logged(/^the webhook serves on port/)
  await expect.poll(() => server.openWatches({ resource: 'frrk8sconfigurations' }).length).toBe(1)
  stop()
  expect(await code).toBe(0)
  expect(lines.map(({ msg }) => msg)).not.toContain('SIGTERM: stopping')
  server.remove({ kind: 'FRRK8sConfiguration', namespace, name: 'config' })
})
