import { createKubeClient } from '@frrkit/k8s'
import type { NodeReport } from '@frrkit/plugin'
import { runReporter } from '@frrkit/testing'
import { type ApiServer, createApiServer, frrkitCrds } from '@frrkit/testing/api-server'
import { expect, onTestFinished, test } from 'vitest'
import { statusNodeState } from './status-node-state.ts'

const report = (running: string, rest: Partial<NodeReport> = {}): NodeReport => ({
  hostname: 'worker-1',
  conversion: { ok: true, problems: [], objects: [], leftOut: [] },
  reload: { status: 'accepted', changed: true, words: '' },
  running,
  ...rest,
})
const name = { kind: 'FRRNodeState', name: 'worker-1' }
const writes = { resource: 'frrnodestates', subresource: 'status', verb: 'patch' } as const

async function start(server: ApiServer, interval = 20) {
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  onTestFinished(async () => {
    await kube.close()
    await server.close()
  })
  const { report: say, log } = runReporter((to) => statusNodeState({ kube, interval, log: to }))
  const until = (status: object) => expect.poll(() => server.get(name)).toMatchObject({ status })
  return { report: say, until, log }
}

test('the object is made, and written again only when something differs', async () => {
  const server = await createApiServer()
  const { report: say, until } = await start(server)
  await say(report('router bgp 1\n'))
  await until({
    runningConfig: 'router bgp 1\n',
    lastConversionResult: 'success',
    lastReloadResult: 'success',
  })
  expect(server.get(name)?.metadata).not.toHaveProperty('ownerReferences')
  server.forgetRequests()
  await say(report('router bgp 1\n'))
  await say(report('router bgp 2\n'))
  await until({ runningConfig: 'router bgp 2\n' })
  expect(server.requests(writes).map(({ body }) => body)).toEqual([{ status: { runningConfig: 'router bgp 2\n' } }])
})

test('a burst is written a few times a second', async () => {
  const server = await createApiServer()
  const { report: say, until } = await start(server, 300)
  await say(report('router bgp 0\n'))
  await until({ runningConfig: 'router bgp 0\n' })
  server.forgetRequests()
  const began = performance.now()
  for (let i = 1; performance.now() - began < 700; i++) {
    await say(report(`router bgp ${i}\n`))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await say(report('router bgp 64512\n'))
  await until({ runningConfig: 'router bgp 64512\n' })
  expect(server.requests(writes).length).toBeLessThanOrEqual(2 + (performance.now() - began) / 300)
})

test('what somebody changes or deletes is put right', async () => {
  const server = await createApiServer()
  const { report: say, until } = await start(server)
  await say(report('router bgp 1\n'))
  await until({ runningConfig: 'router bgp 1\n' })
  const found = server.get(name)
  server.put({ ...found, status: { runningConfig: 'nonsense' } } as Parameters<ApiServer['put']>[0])
  await until({ runningConfig: 'router bgp 1\n', lastReloadResult: 'success' })
  server.remove(name)
  await until({ runningConfig: 'router bgp 1\n', lastReloadResult: 'success' })
})

test('after the API server was away, the newest report is there', async () => {
  const server = await createApiServer()
  const { report: say, until, log } = await start(server)
  await say(report('router bgp 1\n'))
  await until({ runningConfig: 'router bgp 1\n' })
  await server.faults.goAway()
  await say(report('router bgp 2\n'))
  await expect.poll(() => log).toContainEqual(expect.stringMatching(/^the FRRNodeState is out of date: /))
  await say(report('router bgp 3\n'))
  await server.faults.comeBack()
  await until({ runningConfig: 'router bgp 3\n' })
  await expect.poll(() => log.at(-1)).toBe('the FRRNodeState can be written again')
})

test('with a CRD that knows no problems, the rest is written, and nothing again and again', async () => {
  const crds = structuredClone(frrkitCrds())
  const status = JSON.parse(JSON.stringify(crds).replace(/"problems":\{"type":"array"/, '"unknown":{"type":"array"'))
  const server = await createApiServer({ crds: status })
  const { report: say, until, log } = await start(server)
  const problems = [
    {
      code: 'a/b',
      severity: 'warning',
      subject: 'x',
      field: '',
      reason: 'y',
      evidence: [],
      help: 'z',
    } as const,
  ]
  await say(report('router bgp 1\n', { conversion: { ok: true, problems, objects: [], leftOut: [] } }))
  await until({ runningConfig: 'router bgp 1\n' })
  expect(server.get(name)?.status).not.toHaveProperty('problems')
  server.forgetRequests()
  await say(report('router bgp 2\n', { conversion: { ok: true, problems, objects: [], leftOut: [] } }))
  await until({ runningConfig: 'router bgp 2\n' })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(server.requests(writes)).toHaveLength(1)
  expect(log).toEqual(["this cluster's FRRNodeState has no status.problems: apply frrkit's CRDs"])
})
