import { expect, test } from 'vitest'
import { apply, merge, widget, withCluster } from './widget.ts'

const { ask, widgets } = withCluster()

type Entry = {
  readonly manager: string
  readonly operation: string
  readonly subresource?: string
  readonly fieldsV1: object
}

/** Who owns what, without the times. */
const owners = (body: object): object[] =>
  ((body as { readonly metadata: { readonly managedFields?: readonly Entry[] } }).metadata.managedFields ?? []).map(
    ({ manager, operation, subresource, fieldsV1 }) => ({
      manager,
      operation,
      ...(subresource && { subresource }),
      fieldsV1,
    }),
  )

const applyAs = (manager: string, name: string, spec: object, query = '') =>
  ask('PATCH', widgets(`/${name}?fieldManager=${manager}${query}`), { body: widget(name, spec), type: apply })

test('apply creates, and says who owns which field', async () => {
  const { code, body } = await applyAs('one', 'fresh', { size: 1, tags: ['a'] })
  expect(code).toBe(201)
  expect(owners(body)).toEqual([
    { manager: 'one', operation: 'Apply', fieldsV1: { 'f:spec': { 'f:size': {}, 'f:tags': { 'v:"a"': {} } } } },
  ])
})

test('to apply the same again changes nothing', async () => {
  await applyAs('one', 'again', { size: 1 })
  const first = await ask('GET', widgets('/again'))
  expect((await applyAs('one', 'again', { size: 1 })).body).toEqual(first.body)
})

test('a field that its only owner no longer wants goes; one that others set stays', async () => {
  await applyAs('one', 'shrinking', { size: 1, color: 'red', list: ['a'] })
  await applyAs('two', 'shrinking', { color: 'red' })
  await ask('PATCH', widgets('/shrinking'), { body: { spec: { code: 'abc' } }, type: merge })
  const { body } = await applyAs('one', 'shrinking', { list: ['a'] })
  expect(body.spec).toEqual({ color: 'red', code: 'abc', list: ['a'], filled: { level: 3 } })
})

test('two who want different values conflict, unless one insists', async () => {
  await applyAs('one', 'disputed', { size: 1 })
  expect(await applyAs('two', 'disputed', { size: 2 })).toMatchObject({
    code: 409,
    body: {
      reason: 'Conflict',
      message: 'Apply failed with 1 conflict: conflict with "one": .spec.size',
      details: { causes: [{ reason: 'FieldManagerConflict', message: 'conflict with "one"', field: '.spec.size' }] },
    },
  })
  const { body } = await applyAs('two', 'disputed', { size: 2 }, '&force=true')
  expect(body.spec).toMatchObject({ size: 2 })
  expect(owners(body)).toEqual([{ manager: 'two', operation: 'Apply', fieldsV1: { 'f:spec': { 'f:size': {} } } }])
})

test('who writes otherwise owns what they change', async () => {
  await applyAs('one', 'edited', { size: 1 })
  await ask('PATCH', widgets('/edited?fieldManager=editor'), { body: { spec: { size: 2 } }, type: merge })
  expect(await applyAs('one', 'edited', { size: 3 })).toMatchObject({
    code: 409,
    body: { message: 'Apply failed with 1 conflict: conflict with "editor" using widgets.frrkit.test/v1: .spec.size' },
  })
})

const report = (manager: string, status: object) =>
  ask('PATCH', widgets(`/reported/status?fieldManager=${manager}`), {
    body: widget('reported', {}, { spec: undefined, status }),
    type: apply,
  })

test('status has owners of its own, and its lists merge by key', async () => {
  await applyAs('one', 'reported', { size: 1 })
  await report('a', { count: 1, conditions: [{ type: 'A', status: 'True' }] })
  await report('b', { conditions: [{ type: 'B', status: 'True' }] })
  const { body } = await report('a', { ready: true, conditions: [{ type: 'A', status: 'False' }] })
  expect(body).toMatchObject({
    spec: { size: 1 },
    status: {
      ready: true,
      conditions: [
        { type: 'A', status: 'False' },
        { type: 'B', status: 'True' },
      ],
    },
  })
  expect(body.status).not.toHaveProperty('count')
  const own = { manager: 'b', operation: 'Apply', subresource: 'status' }
  const fieldsV1 = { 'f:status': { 'f:conditions': { 'k:{"type":"B"}': { '.': {}, 'f:status': {}, 'f:type': {} } } } }
  expect(owners(body)).toContainEqual({ ...own, fieldsV1 })
})

test.each([
  {
    case: 'no manager',
    query: '',
    body: {},
    code: 422,
    message: /fieldManager: Required value: is required for apply patch/,
  },
  {
    case: 'owners in it',
    query: '?fieldManager=a',
    body: { metadata: { name: 'odd', managedFields: [] } },
    code: 400,
    message: /^metadata.managedFields must be nil$/,
  },
  {
    case: 'an unknown field',
    query: '?fieldManager=a',
    body: { spec: { unknown: 1 } },
    code: 500,
    message: /\.spec\.unknown: field not declared in schema$/,
  },
])('refused: $case', async ({ query, body, code, message }) => {
  const answer = await ask('PATCH', widgets(`/odd${query}`), { body: { ...widget('odd'), ...body }, type: apply })
  expect(answer).toMatchObject({ code, body: { message: expect.stringMatching(message) } })
})

test('the status of what is not there cannot be applied', async () => {
  const body = widget('absent', {}, { spec: undefined, status: { ready: true } })
  expect((await ask('PATCH', widgets('/absent/status?fieldManager=a'), { body, type: apply })).code).toBe(404)
})
