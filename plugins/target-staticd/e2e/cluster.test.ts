import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLab, type Frr, type Lab, requireLab, startFrr, waitFor } from '@frrkit/frr-lab'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { loadAll } from 'js-yaml'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { staticRouteCrd } from '../test/crd.ts'
import { staticRoute } from '../test/static-route.ts'
import { type RunningFrrkit, runFrrkit } from './run-frrkit.ts'
import { installed } from './static-routes.ts'

type Told = { readonly reason?: string; readonly involvedObject?: { readonly name?: string } }
type KubeObject = Parameters<ApiServer['put']>[0]

const namespace = 'frr-system'
const node = { apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker-1', labels: { rack: 'r1' } } }

type Rule = {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
}
const [role] = loadAll(readFileSync(join(import.meta.dirname, '../rbac.yaml'), 'utf8')) as readonly {
  readonly rules: readonly Rule[]
}[]

/** Of our kind, the rights that an operator is asked to grant; of others, those that the daemon has anyway. */
function mayRead(access: { readonly verb: string; readonly group?: string; readonly resource?: string }): boolean {
  const { verb, group = '', resource = '' } = access
  if (group !== 'static.frrkit.dev') return true
  const rules = role?.rules ?? []
  return rules.some(
    (rule) => rule.apiGroups.includes(group) && rule.resources.includes(resource) && rule.verbs.includes(verb),
  )
}

describe.runIf(await requireLab())('objects of a cluster', () => {
  let lab: Lab
  let frr: Frr
  let server: ApiServer
  let frrkit: RunningFrrkit
  let dir: string

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'frrkit-staticd-'))
    lab = await createLab({ name: 'target-staticd-cluster' })
    const [a, b] = [await lab.node('node'), await lab.node('peer')]
    await lab.link(a, b, { a: ['192.0.2.1/24'], b: ['192.0.2.2/24'] })
    frr = await startFrr(a)
    server = await createApiServer({ namespaces: [namespace], authorize: (_, access) => mayRead(access) })
    server.put(staticRouteCrd() as KubeObject)
    server.put(node)
    const place = { apiVersion: 'static.frrkit.dev/v1alpha1', plural: 'staticroutes' }
    const plugins = {
      'source-crd': { kinds: [{ ...place, kind: 'StaticRoute' }] },
      'status-events': { kinds: { StaticRoute: place } },
    }
    const words = ['--namespace', namespace, '--kubeconfig', server.kubeconfigPath, '--node-name', 'worker-1']
    const health = ['--health-probe-bind-address', '0']
    frrkit = await runFrrkit(frr, { file: join(dir, 'frrkit.conf'), plugins }, ...words, ...health)
  })
  afterAll(async () => {
    await frrkit?.stop()
    await server?.close()
    await lab?.stop()
    await rm(dir, { recursive: true, force: true })
  })

  const put = (name: string, spec: object) => server.put(staticRoute(name, spec).body as KubeObject)
  const told = (name: string, reason: string) =>
    waitFor(
      `an Event ${reason} at StaticRoute ${name}`,
      async () => {
        const events = server.list('Event') as readonly (KubeObject & Told)[]
        return events.some((event) => event.involvedObject?.name === name && event.reason === reason) || undefined
      },
      { within: 60_000 },
    )
  const nodeSelector = { matchLabels: { rack: 'r1' } }

  test('become routes where the labels of the Node say so, change, and go', async () => {
    put('elsewhere', { prefix: '10.9.0.0/16', blackhole: 'drop', nodeSelector: { matchLabels: { rack: 'r2' } } })
    put('storage', { prefix: '10.20.0.0/16', nextHops: [{ address: '192.0.2.2' }], nodeSelector })
    await installed(frr, '10.20.0.0/16 1 via 192.0.2.2 eth0')
    await told('storage', 'Accepted')
    put('storage', { prefix: '10.21.0.0/16', nextHops: [{ address: '192.0.2.2' }], nodeSelector })
    await installed(frr, '10.21.0.0/16 1 via 192.0.2.2 eth0')
    put('core', { prefix: '10.21.0.0/16', blackhole: 'drop' })
    await told('core', 'Conflict')
    server.remove({ kind: 'StaticRoute', name: 'core', namespace })
    server.remove({ kind: 'StaticRoute', name: 'storage', namespace })
    await installed(frr)
  })
})
