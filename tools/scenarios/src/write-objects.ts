import { describeKubeError, type KubeClient } from '@frrkit/k8s'
import { type Configuration, object } from './objects.ts'
import { namespace } from './places.ts'

const configurations = { apiVersion: 'frrk8s.metallb.io/v1beta1', plural: 'frrconfigurations', namespace }

/** Otherwise bgpd waits five seconds before it acts upon a changed route-map: after most of what is tested here. */
export const impatient: Configuration = object('impatient', {
  raw: { rawConfig: 'exit\nbgp route-map delay-timer 1\n' },
})

/** Creates and replaces objects, as a client does; what is wrong with one of them is thrown. */
export async function applyAll(kube: KubeClient, objects: readonly Configuration[]): Promise<void> {
  for (const one of objects) {
    const { name, namespace: into } = one.metadata
    const key = { ...configurations, namespace: into, name }
    const written = await kube.patch(key, one, { type: 'apply', force: true, fieldManager: 'scenarios' })
    if (!written.ok) throw new Error(describeKubeError(written.error))
  }
}

/** Removes all objects but `impatient` and those of these names. */
export async function removeOthers(kube: KubeClient, keep: readonly string[]): Promise<void> {
  const listed = await kube.list(configurations)
  if (!listed.ok) throw new Error(describeKubeError(listed.error))
  for (const { metadata } of listed.value) {
    if (metadata.name === impatient.metadata.name || keep.includes(metadata.name)) continue
    const removed = await kube.delete({ ...configurations, name: metadata.name })
    if (!removed.ok) throw new Error(describeKubeError(removed.error))
  }
}
