import { writeFile } from 'node:fs/promises'
import type { ClusterUnderTest, KubeObject } from '@frrkit/testing/api-server'
import type { Manifest } from '../src/manifest.ts'
import { renderChart } from '../src/render-chart.ts'

/** The chart as a release of a test's own on its cluster: nothing of it is anybody else's there. */
export type AccountOfChart = {
  readonly objects: readonly Manifest[]
  /** An object of the chart; the name without that of the release. */
  readonly named: (kind: string, name: string) => Manifest
  /** Takes away what no namespace takes along. */
  readonly remove: () => Promise<void>
}

const granting = ['ServiceAccount', 'Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding']

/** Creates service account and roles as the chart has them, and writes a kubeconfig of the account to a file. */
export async function accountOfChart(
  cluster: ClusterUnderTest,
  kubeconfig: string,
  values: object = {},
): Promise<AccountOfChart> {
  const { namespace } = cluster
  const release = `${namespace}-frr-k8s`
  const objects = await renderChart(values, { release, into: namespace })
  const ours = objects.filter(({ kind }) => granting.includes(kind)) as readonly KubeObject[]
  for (const object of ours) await cluster.objects.put(object)
  await writeFile(kubeconfig, (await cluster.accountOf(`${release}-controller`)).kubeconfig)
  return {
    objects,
    named(kind, name) {
      const found = objects.find((one) => one.kind === kind && one.metadata.name === name.replace(/^frr-k8s/, release))
      if (found === undefined) throw new Error(`the chart has no ${kind} ${name}`)
      return found
    },
    async remove() {
      for (const { apiVersion, kind, metadata } of ours.filter((object) => object.kind.startsWith('Cluster')))
        await cluster.objects.remove({ apiVersion, kind, name: metadata.name ?? '' })
    },
  }
}
