import { expect, test } from 'vitest'
import { connect, createApiServer, type KubeObject } from './index.ts'

const crd = (versions: readonly object[]): KubeObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'peers.example.org' },
  spec: { group: 'example.org', scope: 'Cluster', names: { kind: 'Peer', plural: 'peers' }, versions },
})
const version = (name: string) => {
  const openAPIV3Schema = {
    type: 'object',
    properties: { spec: { type: 'object', properties: { asn: { type: 'integer' } } } },
  }
  return { name, served: true, storage: name === 'v1', schema: { openAPIV3Schema } }
}

test('a definition that is posted is served, in all its versions, until it is deleted', async () => {
  const server = await createApiServer({ crds: [] })
  const { ask } = connect(server.kubeconfig)
  expect((await ask('GET', '/apis/example.org/v1/peers')).code).toBe(404)
  const posted = await ask('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', {
    body: crd([version('v1'), version('v1beta1')]),
  })
  expect(posted.body).toMatchObject({
    spec: { names: { singular: 'peer', listKind: 'PeerList' } },
    status: { conditions: [{ type: 'NamesAccepted' }, { type: 'Established' }], storedVersions: ['v1'] },
  })
  const body = { apiVersion: 'example.org/v1', kind: 'Peer', metadata: { name: 'tor' }, spec: { asn: 1, odd: 2 } }
  await ask('POST', '/apis/example.org/v1/peers', { body })
  expect((await ask('GET', '/apis/example.org/v1beta1/peers/tor')).body).toMatchObject({
    apiVersion: 'example.org/v1beta1',
    spec: { asn: 1 },
  })
  await ask('DELETE', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions/peers.example.org')
  expect((await ask('GET', '/apis/example.org/v1/peers')).code).toBe(404)
  await ask('POST', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', { body: crd([version('v1')]) })
  expect((await ask('GET', '/apis/example.org/v1/peers')).body).toMatchObject({ items: [] })
  await server.close()
})
