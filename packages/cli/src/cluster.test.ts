import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { main } from './main.ts'

let server: ApiServer
beforeEach(async () => {
  server = await createApiServer()
  server.put({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', labels: { rack: 'r1' } } })
  for (const [name, rack] of [
    ['edge', 'r1'],
    ['other', 'r2'],
  ] as const) {
    server.put({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name, namespace: 'frr-system' },
      spec: {
        nodeSelector: { matchLabels: { rack } },
        bgp: { routers: [{ asn: 64_512, neighbors: [{ address: '192.0.2.2', asn: 64_513 }] }] },
      },
    })
  }
})
afterEach(() => server.close())

async function frrkit(...words: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const code = await main(words, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: '/',
    ended: () => Promise.resolve('SIGTERM'),
  })
  return { code, ...written }
}

test('check: the objects of a cluster, those that select the node by its labels there', async () => {
  const cluster = ['--namespace', 'frr-system', '--kubeconfig', server.kubeconfigPath, '--node-name', 'worker-1']
  expect(await frrkit('check', ...cluster)).toEqual({
    code: 0,
    stdout: 'worker-1: ok, 1 object, 1 neighbor, 0 prefixes\n',
    stderr: '',
  })
})

test('check: a cluster that does not answer', async () => {
  await server.faults.goAway()
  const { code, stderr } = await frrkit('check', '--namespace', 'frr-system', '--kubeconfig', server.kubeconfigPath)
  expect(stderr).toMatch(
    /^source source-crd: list \S+.*: connect ECONNREFUSED 127\.0\.0\.1:\d+ \[daemon\/source-unavailable\]\n/,
  )
  expect(code).toBe(1)
})

test('run: the flags of a manifest written for frr-k8s are taken', async () => {
  const flags = `--node-name=worker-1 --namespace=frr-system --kubeconfig=${server.kubeconfigPath} --pprof-bind-address=
    --metrics-bind-address=127.0.0.1:9140 --metrics-cert-dir= --health-probe-bind-address=127.0.0.1:0 --log-level=info
    --always-block= --pod-name=frr-k8s-x --zap-devel=true --tls-min-version= --tls-cipher-suites=
    --tls-curve-preferences= --bgp-debounce-timeout=3000`
  const { code, stdout } = await frrkit('run', ...flags.split(/\s+/), '--vty-dir', '/nowhere')
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.flatMap(({ flag, signal }) => flag ?? signal ?? [])).toEqual(['--zap-devel', 'SIGTERM'])
  expect(code).toBe(0)
})

test.each([['check'], ['run']])('%s: neither folder nor cluster', async (command) => {
  const { code, stderr } = await frrkit(command)
  expect(stderr).toContain(
    'error: where are the objects? Give --dir <folder>, --config <file>, or --namespace <name> of a cluster',
  )
  expect(code).toBe(2)
})
