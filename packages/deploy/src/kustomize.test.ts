import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { kustomize, kustomizeText } from './kustomize.ts'
import { type Manifest, readManifests } from './manifest.ts'
import { againstOpenapi } from './openapi.ts'

const names = (folder: string) => readdirSync(fileURLToPath(new URL(`../kustomize/${folder}`, import.meta.url)))

async function wrong(objects: readonly Manifest[]): Promise<readonly string[]> {
  const found = objects.map(async (object) => (await againstOpenapi(object)).map((words) => `${object.kind}: ${words}`))
  return (await Promise.all(found)).flat()
}

const base = await kustomize()

test.each(names('overlays').map((overlay) => ({ overlay })))(
  'overlay $overlay: every object is as Kubernetes’ OpenAPI says',
  async ({ overlay }) => {
    const objects = readManifests(await kustomizeText(overlay))
    expect(objects.map(({ kind }) => kind)).toContain('DaemonSet')
    expect(await wrong(objects)).toEqual([])
  },
)

test.each(names('components').map((component) => ({ component })))(
  'component $component changes the base, and every object is as the OpenAPI says',
  async ({ component }) => {
    const objects = await kustomize(component)
    expect(objects).not.toEqual(base)
    expect(await wrong(objects)).toEqual([])
  },
)

test('all components that do not exclude each other go together', async () => {
  const objects = await kustomize('prometheus', 'cert-manager', 'incoming-bgp', 'rootless')
  expect(await wrong(objects)).toEqual([])
  const daemons = JSON.stringify(objects.find(({ metadata }) => metadata.name === 'frr-k8s-frr-startup'))
  expect(daemons).toContain('bgpd_options=\\"   -A 127.0.0.1 --limit-fds 100000\\"')
  expect(objects.map(({ kind }) => kind)).not.toContain('Secret')
})

test('without the webhook nothing of it is left', async () => {
  expect((await kustomize('no-webhook')).map(({ kind }) => kind).toSorted()).toEqual([
    'ClusterRole',
    'ClusterRoleBinding',
    'ConfigMap',
    'CustomResourceDefinition',
    'CustomResourceDefinition',
    'CustomResourceDefinition',
    'CustomResourceDefinition',
    'DaemonSet',
    'Namespace',
    'Role',
    'RoleBinding',
    'ServiceAccount',
  ])
})
