import { expect, test } from 'vitest'
import { merge, widget, withCluster } from './widget.ts'

const { ask, widgets, frrkit, cluster } = withCluster()

const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json'

type Table = {
  readonly columnDefinitions: readonly { readonly name: string; readonly priority: number }[] | null
  readonly rows: readonly { readonly cells: readonly unknown[] }[]
}

test('a table has the columns of the definition', async () => {
  const status = { node: 'n1', peer: '192.0.2.1', vrf: 'red', bgpStatus: 'Established', bfdStatus: 'N/A' }
  const object = { apiVersion: 'frrk8s.metallb.io/v1beta1', kind: 'BGPSessionState', metadata: { name: 's1' } }
  await ask('POST', frrkit('bgpsessionstates'), { body: object })
  await ask('PATCH', frrkit('bgpsessionstates/s1/status'), { body: { status }, type: merge })
  const { body } = await ask('GET', frrkit('bgpsessionstates'), { accept })
  const { columnDefinitions, rows } = body as unknown as Table
  expect(columnDefinitions?.map(({ name }) => name)).toEqual(['Name', 'Node', 'Peer', 'VRF', 'BGP', 'BFD'])
  expect(rows).toMatchObject([
    {
      cells: ['s1', 'n1', '192.0.2.1', 'red', 'Established', 'N/A'],
      object: { kind: 'PartialObjectMetadata', metadata: { name: 's1' } },
    },
  ])
})

test('a cell is null where there is nothing, and JSON where there is much', async () => {
  await ask('POST', widgets(), { body: widget('celled', { size: 7, list: ['a', 'b'] }) })
  const { body } = await ask('GET', widgets('/celled'), { accept })
  const { columnDefinitions, rows } = body as unknown as Table
  expect(columnDefinitions?.map(({ name, priority }) => `${name} ${priority}`)).toEqual([
    'Name 0',
    'Size 0',
    'Color 1',
    'List 0',
  ])
  expect(rows.map(({ cells }) => cells)).toEqual([['celled', 7, null, '["a","b"]']])
})

test('only metadata, for who asks for no more', async () => {
  await ask('POST', widgets(), { body: widget('partial', { size: 7 }) })
  const { body } = await ask('GET', widgets('/partial'), {
    accept: 'application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1',
  })
  expect(body).toMatchObject({
    kind: 'PartialObjectMetadata',
    apiVersion: 'meta.k8s.io/v1',
    metadata: { name: 'partial' },
  })
  expect(body).not.toHaveProperty('spec')
})

test('discovery names every kind of the group', async () => {
  const { body } = await ask('GET', '/apis/frrk8s.metallb.io/v1beta1')
  expect(body).toMatchObject({ kind: 'APIResourceList', groupVersion: 'frrk8s.metallb.io/v1beta1' })
  const names = (body.resources as readonly { readonly name: string }[]).map(({ name }) => name)
  expect(names.toSorted()).toEqual(
    ['bgpsessionstates', 'frrconfigurations', 'frrk8sconfigurations', 'frrnodestates'].flatMap((name) => [
      name,
      `${name}/status`,
    ]),
  )
})

test('a resource that nobody defined is not served', async () => {
  expect((await ask('GET', `/apis/widgets.frrkit.test/v1/namespaces/${cluster().namespace}/gadgets`)).code).toBe(404)
  expect((await ask('GET', widgets('/any/scale'))).code).toBe(404)
})
