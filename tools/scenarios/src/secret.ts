import { Buffer } from 'node:buffer'
import { describeKubeError, type KubeClient } from '@frrkit/k8s'
import { namespace } from './places.ts'

/** Creates or replaces the Secret of a BGP password. */
export async function putSecret(kube: KubeClient, name: string, password: string): Promise<void> {
  const data = { password: Buffer.from(password).toString('base64') }
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type: 'kubernetes.io/basic-auth',
    data,
  }
  const key = { apiVersion: 'v1', plural: 'secrets', namespace, name }
  const written = await kube.patch(key, secret, { type: 'apply', force: true, fieldManager: 'scenarios' })
  if (!written.ok) throw new Error(describeKubeError(written.error))
}
