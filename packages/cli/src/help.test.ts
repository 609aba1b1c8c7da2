import { afterAll, expect, test } from 'vitest'
import { makeHere } from '../e2e/frrkit-here.ts'

const here = await makeHere()
afterAll(() => here.remove())

/** Each flag of frr-k8s, frr-metrics and frr-status (`run`), and of the statuscleaner (`webhook`). */
test.each([
  { command: 'run', flag: '--metrics-bind-address', usual: '0.0.0.0:9140 with a cluster' },
  { command: 'run', flag: '--metrics-cert-dir', usual: 'a certificate of our own' },
  { command: 'run', flag: '--health-probe-bind-address', usual: '127.0.0.1:7572 with a cluster' },
  { command: 'run', flag: '--log-level', usual: 'default: info' },
  { command: 'run', flag: '--node-name', usual: 'env: NODE_NAME' },
  { command: 'run', flag: '--namespace', usual: 'env: NAMESPACE' },
  { command: 'run', flag: '--pod-name', usual: 'env: POD_NAME' },
  { command: 'run', flag: '--pprof-bind-address', usual: 'Node has no pprof' },
  { command: 'run', flag: '--always-block', usual: 'separated by commas' },
  { command: 'run', flag: '--bgp-debounce-timeout', usual: 'env: FRR_K8S_BGP_DEBOUNCE_TIMEOUT' },
  { command: 'run', flag: '--kubeconfig', usual: 'default: KUBECONFIG, the pod, ~/.kube/config' },
  { command: 'run', flag: '--tls-min-version', usual: 'default: VersionTLS13' },
  { command: 'run', flag: '--tls-cipher-suites', usual: "Go's names" },
  { command: 'run', flag: '--tls-curve-preferences', usual: 'such as 4588,29,23' },
  { command: 'run', flag: '--zap-log-level', usual: 'the level is --log-level' },
  { command: 'run', flag: '--metrics-port', usual: 'as of frr-metrics' },
  { command: 'run', flag: '--metrics-path', usual: 'default: /metrics' },
  { command: 'run', flag: '--tls-cert-file', usual: 'certificate for the metrics' },
  { command: 'run', flag: '--tls-private-key-file', usual: 'key of --tls-cert-file' },
  { command: 'run', flag: '--poll-interval', usual: 'sessions are looked at every second' },
  { command: 'webhook', flag: '--log-level', usual: 'default: info' },
  { command: 'webhook', flag: '--namespace', usual: 'env: NAMESPACE' },
  { command: 'webhook', flag: '--webhook-port', usual: 'default: 19443' },
  { command: 'webhook', flag: '--cert-dir', usual: 'default: "/tmp/k8s-webhook-server/serving-certs"' },
  { command: 'webhook', flag: '--cert-service-name', usual: 'default: "frr-k8s-webhook-service"' },
  { command: 'webhook', flag: '--disable-cert-rotation', usual: 'default: false' },
  { command: 'webhook', flag: '--restart-on-rotator-secret-refresh', usual: 'default: false' },
  { command: 'webhook', flag: '--frrk8s-selector', usual: 'default: "app.kubernetes.io/component=frr-k8s"' },
  { command: 'webhook', flag: '--pprof-bind-address', usual: 'Node has no pprof' },
  { command: 'webhook', flag: '--tls-min-version', usual: 'default: VersionTLS13' },
  { command: 'diff', flag: '--vty-dir', usual: "where the sockets of FRR's daemons are" },
  { command: 'diff', flag: '--output', usual: 'text or json (choices: ' },
])('$command --help: $flag', async ({ command, flag, usual }) => {
  const { stdout } = await here.frrkit(command, '--help')
  const line = stdout.split('\n').find((words) => words.trimStart().startsWith(`${flag} `))
  expect(line).toContain(usual)
})

test.each(['run', 'check', 'render', 'diff'])('%s --help names no default that is nothing', async (command) => {
  expect((await here.frrkit(command, '--help')).stdout).not.toContain('default: []')
})
