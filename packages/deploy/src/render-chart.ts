import { chart, helm } from './helm.ts'
import { type Manifest, readManifests } from './manifest.ts'

export const namespace = 'frr-k8s-system'

/** What `helm template` makes of the chart with these values, as a release in a namespace. */
export async function renderChart(
  values: object = {},
  { release = 'frr-k8s', into = namespace }: { readonly release?: string; readonly into?: string } = {},
): Promise<readonly Manifest[]> {
  const set = Object.entries(values).map(([name, value]) => `--set-json=${name}=${JSON.stringify(value)}`)
  return readManifests(await helm(['template', release, chart, '--namespace', into, ...set]))
}
