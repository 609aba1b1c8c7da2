import { chart, helm } from './helm.ts'
import { type Manifest, readManifests } from './manifest.ts'

export const namespace = 'frr-k8s-system'

/** What `helm template` makes of the chart with these values. */
export async function renderChart(values: object = {}): Promise<readonly Manifest[]> {
  const set = Object.entries(values).map(([name, value]) => `--set-json=${name}=${JSON.stringify(value)}`)
  return readManifests(await helm(['template', 'frr-k8s', chart, '--namespace', namespace, ...set]))
}
