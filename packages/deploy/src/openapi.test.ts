import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { kustomize, kustomizeText } from './kustomize.ts'
import { type Manifest, readManifests } from './manifest.ts'
import { againstOpenapi } from './openapi.ts'
import { renderChart } from './render-chart.ts'
import { valueSets } from './value-sets.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const names = (folder: string) => readdirSync(fileURLToPath(new URL(`../kustomize/${folder}`, import.meta.url)))
const components = names('components')

const rendered: readonly { readonly name: string; readonly render: () => Promise<readonly Manifest[]> }[] = [
  ...valueSets.map(({ name, values }) => ({ name: `chart, ${name}`, render: () => renderChart(values) })),
  ...names('overlays').map((overlay) => ({
    name: `overlay ${overlay}`,
    render: async () => readManifests(await kustomizeText(overlay)),
  })),
  ...components.map((component) => ({ name: `component ${component}`, render: () => kustomize(component) })),
  {
    name: 'all components but no-webhook',
    render: () => kustomize(...components.filter((component) => component !== 'no-webhook')),
  },
]

test.each(rendered)('$name: every object is as Kubernetes’ OpenAPI says', async ({ render }) => {
  const objects = await render()
  expect(objects.map(({ kind }) => kind)).toContain('DaemonSet')
  const wrong = objects.map(async (object) => (await againstOpenapi(object)).map((words) => `${object.kind}: ${words}`))
  expect((await Promise.all(wrong)).flat()).toEqual([])
})

test.each([
  {
    case: 'a field that does not exist',
    object: { spec: { template: { spec: { containers: [{ name: 'a', imagePullPolcy: 'Always' }] } } } },
    says: [
      'data/spec must have required property selector',
      'Deployment.spec.template.spec.containers[0].imagePullPolcy is no field',
    ],
  },
  {
    case: 'a number as text',
    object: { spec: { selector: {}, replicas: '1', template: {} } },
    says: ['data/spec/replicas must be integer'],
  },
])('the check finds $case', async ({ object, says }) => {
  const found = await againstOpenapi({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a' }, ...object })
  expect(found).toEqual(says)
})
