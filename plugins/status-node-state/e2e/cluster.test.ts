import { createKubeClient } from '@frrkit/k8s'
import type { NodeReport } from '@frrkit/plugin'
import { type ClusterUnderTest, clusterUnderTest } from '@frrkit/testing/api-server'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { statusNodeState } from '../src/index.ts'

const report = (running: string): NodeReport => ({
  hostname: 'frrkit-test-node',
  conversion: {
    ok: true,
    problems: [
      {
        code: 'merge/without-effect',
        severity: 'warning',
        subject: 'neighbor 192.0.2.1',
        field: 'ebgpMultiHop',
        reason: 'has no effect',
        evidence: [],
        help: 'leave it out',
      },
    ],
    objects: [],
    leftOut: [],
  },
  reload: { status: 'accepted', changed: true, words: '' },
  running,
})

const path = '/apis/frrk8s.metallb.io/v1beta1/frrnodestates/frrkit-test-node'
const ended = new AbortController()
let cluster: ClusterUnderTest

beforeEach(async () => {
  cluster = await clusterUnderTest()
})
afterEach(async () => {
  await cluster.ask('DELETE', path)
  await cluster.cleanup()
})

test('the object is written, and put right after somebody changed or deleted it', async () => {
  const kube = createKubeClient({ kubeconfig: cluster.kubeconfigPath })
  const reporter = statusNodeState({ kube })
  const running = reporter.run?.(ended.signal)
  const poll = () => expect.poll(async () => (await cluster.ask('GET', path)).body.status)
  const wanted = {
    runningConfig: 'router bgp 1\n',
    lastConversionResult: 'success',
    lastReloadResult: 'success',
    problems: [
      {
        code: 'merge/without-effect',
        severity: 'warning',
        reason: 'neighbor 192.0.2.1: ebgpMultiHop: has no effect',
        help: 'leave it out',
      },
    ],
  }
  await reporter.report(report('router bgp 1\n'), ended.signal)
  await poll().toEqual(wanted)

  const type = 'application/merge-patch+json'
  await cluster.ask('PATCH', `${path}/status`, {
    body: { status: { runningConfig: 'nonsense', problems: null } },
    type,
  })
  await poll().toEqual(wanted)
  await cluster.ask('DELETE', path)
  await poll().toEqual(wanted)

  // As large as it may become: the API server and its etcd take it.
  await reporter.report(report('x\n'.repeat(2_000_000)), ended.signal)
  await poll().toMatchObject({
    runningConfig: expect.stringMatching(/\n! cut by frrkit: \d+ of 2000001 lines are not shown$/),
  })
  ended.abort()
  await running
  await kube.close()
})
