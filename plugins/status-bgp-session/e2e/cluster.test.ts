import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKubeClient } from '@frrkit/k8s'
import { type ClusterUnderTest, clusterUnderTest } from '@frrkit/testing/api-server'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statusBgpSession } from '../src/index.ts'

const command = 'show bgp vrf all neighbors json'
const shown = (bgpState: string, ...neighbors: readonly string[]) =>
  JSON.stringify({ default: {}, red: Object.fromEntries(neighbors.map((neighbor) => [neighbor, { bgpState }])) })

let cluster: ClusterUnderTest
beforeAll(async () => {
  cluster = await clusterUnderTest()
})
afterAll(() => cluster.cleanup())

test('sessions come, change and go', async () => {
  const vtyDir = await mkdtemp(join(tmpdir(), 'frrkit-sessions-'))
  const bgpd = await startFakeDaemon({
    daemon: 'bgpd',
    vtyDir,
    shows: { [command]: shown('Active', '192.0.2.1', '2001:db8::1') },
  })
  const { kubeconfigPath, namespace, ask } = cluster
  const kube = createKubeClient({ kubeconfig: kubeconfigPath })
  const ended = new AbortController()
  const reporter = statusBgpSession({ kube, namespace, vtyDir, every: 50 })
  const running = reporter.run?.(ended.signal)
  await reporter.report(
    { hostname: 'frrkit-test-node', conversion: { ok: true, problems: [], objects: [], leftOut: [] } },
    ended.signal,
  )
  const list = async () => {
    const { body } = await ask('GET', `/apis/frrk8s.metallb.io/v1beta1/namespaces/${namespace}/bgpsessionstates`)
    return (body.items as readonly { readonly status?: Readonly<Record<string, string>> }[])
      .map(({ status = {} }) => `${status.vrf} ${status.peer} ${status.bgpStatus} ${status.bfdStatus}`)
      .toSorted()
  }
  const poll = () => expect.poll(list)
  await poll().toEqual(['red 192.0.2.1 Active N/A', 'red 2001-0db8-0000-0000-0000-0000-0000-0001 Active N/A'])
  bgpd.answer(command, shown('Established', '192.0.2.1'))
  await poll().toEqual(['red 192.0.2.1 Established N/A'])
  bgpd.answer(command, '{}')
  await poll().toEqual([])
  ended.abort()
  await running
  await kube.close()
  await bgpd.stop()
  await rm(vtyDir, { recursive: true })
})
