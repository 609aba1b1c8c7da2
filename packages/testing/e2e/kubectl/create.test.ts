import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { helmPath } from '@frrkit/kubectl'
import { expect, test } from 'vitest'
import { withKubectl } from './with-kubectl.ts'

const { kubectl, cluster } = withKubectl()
const run = promisify(execFile)

test('create a Secret and a ConfigMap, which kubectl sends as protobuf', { timeout: 60_000 }, async () => {
  expect((await kubectl('create secret generic session --from-literal=password=x')).stdout).toBe(
    'secret/session created\n',
  )
  expect((await kubectl('get secret session -o jsonpath={.type}/{.data}')).stdout).toBe('Opaque/{"password":"eA=="}')
  expect((await kubectl('create configmap words --from-literal=a=b')).stdout).toBe('configmap/words created\n')
  expect((await kubectl('create configmap words --from-literal=a=b')).stderr).toBe(
    'error: failed to create configmap: configmaps "words" already exists\n',
  )
})

test('auth can-i', { timeout: 60_000 }, async () => {
  expect((await kubectl('auth can-i list frrconfigurations')).stdout).toBe('yes\n')
})

const chart = {
  'Chart.yaml': 'apiVersion: v2\nname: small\nversion: 0.1.0\n',
  'templates/configuration.yaml': `\
apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRK8sConfiguration
metadata: {name: config}
spec: {logLevel: {{ .Values.level | default "info" }}}
`,
}

test('helm installs, upgrades and uninstalls', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-chart-'))
  await mkdir(join(folder, 'templates'))
  for (const [file, text] of Object.entries(chart)) await writeFile(join(folder, file), text)
  const program = await helmPath()
  const { kubeconfigPath, namespace } = cluster()
  const env = {
    ...process.env,
    KUBECONFIG: kubeconfigPath,
    HELM_CACHE_HOME: folder,
    HELM_CONFIG_HOME: folder,
    HELM_DATA_HOME: folder,
  }
  const helm = (...args: string[]) => run(program, [...args, '--namespace', namespace], { env })
  const level = async () => (await kubectl('get frrk8sconfiguration config -o jsonpath={.spec.logLevel}')).stdout
  await helm('install', 'small', folder)
  expect(await level()).toBe('info')
  await helm('upgrade', 'small', folder, '--set', 'level=debug')
  expect(await level()).toBe('debug')
  await helm('uninstall', 'small')
  expect((await kubectl('get frrk8sconfiguration config')).code).toBe(1)
  await rm(folder, { recursive: true })
})
