import { expect, test } from 'vitest'
import { merge, widget, withCluster } from './widget.ts'

const { ask, widgets, cluster } = withCluster()

test('a new object gets what only a server knows', async () => {
  const { code, body } = await ask('POST', widgets(), { body: widget('new', { size: 1 }, { status: { ready: true } }) })
  expect(code).toBe(201)
  expect(body).toMatchObject({
    metadata: {
      namespace: cluster().namespace,
      uid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      resourceVersion: expect.stringMatching(/^[1-9]\d*$/),
      creationTimestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      generation: 1,
    },
  })
  expect(body).not.toHaveProperty('status')
  expect((await ask('GET', widgets('/new'))).body).toEqual(body)
})

test('a name is used once', async () => {
  await ask('POST', widgets(), { body: widget('once') })
  expect(await ask('POST', widgets(), { body: widget('once') })).toMatchObject({
    code: 409,
    body: { reason: 'AlreadyExists', message: 'widgets.widgets.frrkit.test "once" already exists' },
  })
})

test('generateName makes a name', async () => {
  const { body } = await ask('POST', widgets(), { body: { ...widget(''), metadata: { generateName: 'made-' } } })
  expect(body).toMatchObject({ metadata: { name: expect.stringMatching(/^made-[a-z0-9]{5}$/), generateName: 'made-' } })
})

test('what is not there is not found', async () => {
  const notFound = {
    code: 404,
    body: { reason: 'NotFound', message: 'widgets.widgets.frrkit.test "absent" not found' },
  }
  expect(await ask('GET', widgets('/absent'))).toMatchObject(notFound)
  expect(await ask('DELETE', widgets('/absent'))).toMatchObject(notFound)
  expect(await ask('PATCH', widgets('/absent'), { body: {}, type: merge })).toMatchObject(notFound)
  const body = widget('absent', {}, { metadata: { name: 'absent', resourceVersion: '1' } })
  expect((await ask('PUT', widgets('/absent'), { body })).code).toBe(404)
})

test('a namespace must be there first', async () => {
  const path = '/apis/widgets.frrkit.test/v1/namespaces/frrkit-no-such-namespace/widgets'
  expect(await ask('POST', path, { body: widget('a') })).toMatchObject({
    code: 404,
    body: { message: 'namespaces "frrkit-no-such-namespace" not found' },
  })
})

test.each([
  {
    case: 'an invalid name',
    metadata: { name: 'A_' },
    code: 422,
    message: /metadata\.name: Invalid value: "A_": a lowercase RFC 1123/,
  },
  {
    case: 'no name',
    metadata: {},
    code: 422,
    message: /metadata\.name: Required value: name or generateName is required/,
  },
  {
    case: 'another namespace',
    metadata: { name: 'a', namespace: 'other' },
    code: 400,
    message: /^the namespace of the provided object does not match/,
  },
  {
    case: 'a label that is none',
    metadata: { name: 'a', labels: { a: 'b c' } },
    code: 422,
    message: /metadata\.labels: Invalid value: "b c": a valid label/,
  },
  {
    case: 'an owner without a uid',
    metadata: { name: 'a', ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'p', uid: '' }] },
    code: 422,
    message: /metadata\.ownerReferences\.uid: Invalid value: "": must not be empty/,
  },
])('refused: $case', async ({ metadata, code, message }) => {
  const answer = await ask('POST', widgets(), { body: { ...widget('a'), metadata } })
  expect(answer).toMatchObject({ code, body: { message: expect.stringMatching(message) } })
})

test('a dry run changes nothing', async () => {
  expect((await ask('POST', widgets('?dryRun=All'), { body: widget('dry') })).code).toBe(201)
  expect((await ask('GET', widgets('/dry'))).code).toBe(404)
  await ask('POST', widgets(), { body: widget('dry', { size: 1 }) })
  const patched = await ask('PATCH', widgets('/dry?dryRun=All'), { body: { spec: { size: 2 } }, type: merge })
  expect(patched.body).toMatchObject({ spec: { size: 2 } })
  expect((await ask('DELETE', widgets('/dry?dryRun=All'))).code).toBe(200)
  expect((await ask('GET', widgets('/dry'))).body).toMatchObject({ spec: { size: 1 } })
})

test('of two who replace what they have read, the second is refused', async () => {
  const { body } = await ask('POST', widgets(), { body: widget('contended', { size: 1 }) })
  expect((await ask('PUT', widgets('/contended'), { body: { ...body, spec: { size: 2 } } })).code).toBe(200)
  expect(await ask('PUT', widgets('/contended'), { body: { ...body, spec: { size: 3 } } })).toMatchObject({
    code: 409,
    body: {
      reason: 'Conflict',
      message:
        'Operation cannot be fulfilled on widgets.widgets.frrkit.test "contended": the object has been modified; please apply your changes to the latest version and try again',
    },
  })
})

test('a custom resource is replaced only by who says what it replaces', async () => {
  await ask('POST', widgets(), { body: widget('blind') })
  expect(await ask('PUT', widgets('/blind'), { body: widget('blind') })).toMatchObject({
    code: 422,
    body: {
      message: expect.stringContaining('metadata.resourceVersion: Invalid value: 0: must be specified for an update'),
    },
  })
})

test('a write that changes nothing leaves the resourceVersion as it is', async () => {
  const { body } = await ask('POST', widgets(), { body: widget('same', { size: 1 }) })
  const again = await ask('PATCH', widgets('/same'), { body: { spec: { size: 1 } }, type: merge })
  expect(again.body).toEqual(body)
})

const guard = (preconditions: object) => ({ body: { kind: 'DeleteOptions', apiVersion: 'v1', preconditions } })

test('preconditions guard a deletion', async () => {
  const { body } = await ask('POST', widgets(), { body: widget('guarded') })
  expect(await ask('DELETE', widgets('/guarded'), guard({ uid: 'another' }))).toMatchObject({ code: 409 })
  expect(await ask('DELETE', widgets('/guarded'), guard({ resourceVersion: '1' }))).toMatchObject({ code: 409 })
  const { uid } = body.metadata as { readonly uid: string }
  expect(await ask('DELETE', widgets('/guarded'), guard({ uid }))).toMatchObject({
    code: 200,
    body: { kind: 'Status', status: 'Success', details: { name: 'guarded', uid } },
  })
})

test('a finalizer holds an object until it is taken away', async () => {
  const held = { name: 'held', finalizers: ['frrkit.test/hold'] }
  await ask('POST', widgets(), { body: { ...widget('held'), metadata: held } })
  const deleted = await ask('DELETE', widgets('/held'))
  expect(deleted.body).toMatchObject({
    kind: 'Widget',
    metadata: { deletionTimestamp: expect.any(String), generation: 2 },
  })
  const more = { metadata: { finalizers: ['frrkit.test/hold', 'frrkit.test/more'] } }
  expect((await ask('PATCH', widgets('/held'), { body: more, type: merge })).code).toBe(422)
  await ask('PATCH', widgets('/held'), { body: { metadata: { finalizers: null } }, type: merge })
  expect((await ask('GET', widgets('/held'))).code).toBe(404)
})

test('a collection goes at once, as far as its labels say', async () => {
  for (const [name, color] of Object.entries({ c1: 'red', c2: 'red', c3: 'blue' })) {
    await ask('POST', widgets(), { body: { ...widget(name), metadata: { name, labels: { collection: color } } } })
  }
  await ask('DELETE', widgets('?labelSelector=collection%3Dred'))
  const { body } = await ask('GET', widgets('?labelSelector=collection'))
  expect(body).toMatchObject({ items: [{ metadata: { name: 'c3' } }] })
})
