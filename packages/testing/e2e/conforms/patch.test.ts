import { expect, test } from 'vitest'
import { jsonPatch, merge, widget, withCluster } from './widget.ts'

const { ask, widgets, core } = withCluster()

test('merge patch: null removes, objects merge, lists are replaced', async () => {
  await ask('POST', widgets(), { body: widget('merged', { size: 1, list: ['a'], numbers: { a: 1, b: 2 } }) })
  const body = { spec: { size: null, list: ['b'], numbers: { b: null, c: 3 } } }
  const patched = await ask('PATCH', widgets('/merged'), { body, type: merge })
  expect(patched.body.spec).toEqual({ filled: { level: 3 }, list: ['b'], numbers: { a: 1, c: 3 } })
})

test('merge patch: a resourceVersion in it must be the current one', async () => {
  await ask('POST', widgets(), { body: widget('guarded') })
  const body = { metadata: { resourceVersion: '1' }, spec: { size: 2 } }
  expect((await ask('PATCH', widgets('/guarded'), { body, type: merge })).code).toBe(409)
})

test('JSON patch: all of its operations, or none', async () => {
  await ask('POST', widgets(), { body: widget('operated', { size: 1, list: ['a'] }) })
  const path = widgets('/operated')
  const good = [
    { op: 'test', path: '/spec/size', value: 1 },
    { op: 'replace', path: '/spec/size', value: 2 },
    { op: 'add', path: '/spec/list/-', value: 'b' },
  ]
  expect((await ask('PATCH', path, { body: good, type: jsonPatch })).body).toMatchObject({
    spec: { size: 2, list: ['a', 'b'] },
  })
  expect((await ask('PATCH', path, { body: good, type: jsonPatch })).code).toBe(422)
  const half = [
    { op: 'replace', path: '/spec/size', value: 9 },
    { op: 'remove', path: '/spec/absent' },
  ]
  expect((await ask('PATCH', path, { body: half, type: jsonPatch })).code).toBe(422)
  expect((await ask('GET', path)).body).toMatchObject({ spec: { size: 2 } })
})

test('a patch cannot rename', async () => {
  await ask('POST', widgets(), { body: widget('named') })
  expect(await ask('PATCH', widgets('/named'), { body: { metadata: { name: 'other' } }, type: merge })).toMatchObject({
    code: 400,
    body: { message: 'the name of the object (other) does not match the name on the URL (named)' },
  })
})

test('strategic merge patch is for built-in kinds alone', async () => {
  const type = 'application/strategic-merge-patch+json'
  await ask('POST', widgets(), { body: widget('custom') })
  expect(await ask('PATCH', widgets('/custom'), { body: {}, type })).toMatchObject({
    code: 415,
    body: {
      message:
        'the body of the request was in an unknown format - accepted media types include: application/json-patch+json, application/merge-patch+json, application/apply-patch+yaml',
    },
  })
  const ports = [
    { name: 'bgp', port: 179 },
    { name: 'bfd', port: 3784 },
  ]
  const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'frr' }, spec: { ports } }
  await ask('POST', core('services'), { body: service })
  const patch = {
    spec: {
      ports: [
        { port: 179, name: 'other' },
        { port: 3784, $patch: 'delete' },
      ],
    },
  }
  const { body } = await ask('PATCH', core('services/frr'), { body: patch, type })
  expect(body).toMatchObject({ spec: { ports: [{ port: 179, name: 'other' }] } })
})
