import { createKubeClient } from '@frrkit/k8s'
import type { ObjectRef, Problem } from '@frrkit/model'
import type { NodeReport } from '@frrkit/plugin'
import { runReporter } from '@frrkit/testing'
import { type ApiServer, createApiServer } from '@frrkit/testing/api-server'
import { expect, onTestFinished, test } from 'vitest'
import { statusEvents } from './status-events.ts'

const namespace = 'frr-system'
const object = (name: string): ObjectRef => ({
  kind: 'FRRConfiguration',
  namespace,
  name,
  created: '2020-01-01T00:00:00Z',
})
const conflict: Problem = {
  code: 'merge/conflict',
  severity: 'error',
  subject: 'router bgp',
  field: 'asn',
  reason: 'objects ask for different values',
  evidence: [
    { origin: { object: object('edge'), path: 'spec.a' }, says: '1' },
    { origin: { object: object('tor'), path: 'spec.b' }, says: '2' },
  ],
  help: 'set it once',
}
const fine = (...objects: readonly ObjectRef[]) => ({ ok: true, problems: [], objects, leftOut: [] })
const broken = { ok: false, problems: [conflict], objects: [], leftOut: [] }

async function start() {
  const server = await createApiServer({ namespaces: [namespace] })
  for (const name of ['edge', 'tor']) {
    server.put({
      apiVersion: 'frrk8s.metallb.io/v1beta1',
      kind: 'FRRConfiguration',
      metadata: { name, namespace },
      spec: {},
    })
  }
  const kube = createKubeClient({ kubeconfig: server.kubeconfigPath })
  onTestFinished(async () => {
    await kube.close()
    await server.close()
  })
  const { report: say, log } = runReporter((to) => statusEvents({ kube, interval: 10, log: to }))
  const report = (conversion: NodeReport['conversion']) => say({ conversion })
  return { server, report, log }
}

const events = (server: ApiServer) =>
  server
    .list('Event', { namespace })
    .map(
      (event) =>
        `${Object(event.involvedObject).name} ${String(event.type)} ${String(event.reason)} ${String(event.count)}`,
    )
    .toSorted()
const poll = (server: ApiServer) => expect.poll(() => events(server))

test('an event stands at its object, and says which node and which other object', async () => {
  const { server, report } = await start()
  await report(fine(object('edge')))
  await report(broken)
  await poll(server).toEqual(['edge Warning Conflict 1', 'tor Warning Conflict 1'])
  const uid = server.get({ kind: 'FRRConfiguration', namespace, name: 'edge' })?.metadata.uid
  expect(server.list('Event', { namespace })).toContainEqual(
    expect.objectContaining({
      involvedObject: {
        apiVersion: 'frrk8s.metallb.io/v1beta1',
        kind: 'FRRConfiguration',
        namespace,
        name: 'edge',
        uid,
      },
      message:
        'worker-1: router bgp: asn: objects ask for different values: 1 here, 2 in FRRConfiguration frr-system/tor [merge/conflict]; set it once',
      source: { component: 'frrkit', host: 'worker-1' },
    }),
  )
})

test('the same again counts up, and nothing is said while nothing changes', async () => {
  const { server, report } = await start()
  await report(fine(object('edge')))
  await report(broken)
  await report(broken)
  await poll(server).toEqual(['edge Warning Conflict 1', 'tor Warning Conflict 1'])
  await report(fine(object('edge')))
  await poll(server).toEqual(['edge Normal Accepted 1', 'edge Warning Conflict 1', 'tor Warning Conflict 1'])
  await report(broken)
  await poll(server).toEqual(['edge Normal Accepted 1', 'edge Warning Conflict 2', 'tor Warning Conflict 2'])
})

test('while the API server is away, the last word waits', async () => {
  const { server, report, log } = await start()
  await report(fine())
  await server.faults.goAway()
  await report(broken)
  await expect.poll(() => log).toEqual([expect.stringMatching(/^events wait: /)])
  await report(fine(object('edge'), object('tor')))
  await server.faults.comeBack()
  await poll(server).toEqual(['edge Normal Accepted 1', 'tor Normal Accepted 1'])
})

test('an object that is gone is told nothing', async () => {
  const { server, report } = await start()
  await report(fine())
  await report(fine(object('gone'), object('edge')))
  await poll(server).toEqual(['edge Normal Accepted 1'])
})
