import { expect, test } from 'vitest'
import { merge, widget, withCluster } from './widget.ts'

const { ask, widgets, frrkit } = withCluster()

test('fields that the schema does not know are pruned, and the client is warned', async () => {
  const body = widget('pruned', { unknown: 1, free: { anything: 1 } }, { extra: 1 })
  const answer = await ask('POST', widgets(), { body })
  expect(answer.body.spec).toEqual({ free: { anything: 1 }, filled: { level: 3 } })
  expect(answer.body).not.toHaveProperty('extra')
  expect(answer.headers.warning).toContain('unknown field \\"spec.unknown\\"')
  const status = await ask('PATCH', widgets('/pruned/status'), {
    body: { status: { ready: true, odd: 1 } },
    type: merge,
  })
  expect(status.body.status).toEqual({ ready: true })
})

test('who asks for strictness is refused', async () => {
  const body = widget('strict', { unknown: 1 })
  expect(await ask('POST', widgets('?fieldValidation=Strict'), { body })).toMatchObject({
    code: 400,
    body: {
      message:
        'Widget in version "v1" cannot be handled as a Widget: strict decoding error: unknown field "spec.unknown"',
    },
  })
})

test.each([
  { case: 'nothing', spec: {}, becomes: { filled: { level: 3 } } },
  { case: 'an object without the field', spec: { filled: {} }, becomes: { filled: { level: 3 } } },
  {
    case: 'a null where there may be none',
    spec: { size: null, filled: { level: null } },
    becomes: { filled: { level: 3 } },
  },
  { case: 'a null where there may be one', spec: { nothing: null }, becomes: { nothing: null, filled: { level: 3 } } },
])('defaults: $case', async ({ spec, becomes }) => {
  expect((await ask('POST', widgets('?dryRun=All'), { body: widget('defaults', spec) })).body.spec).toEqual(becomes)
})

const rulesNotChecked =
  '<nil>: Invalid value: null: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation'

test.each([
  { spec: { size: 0 }, says: 'spec.size: Invalid value: 0: spec.size in body should be greater than or equal to 1' },
  {
    spec: { size: 'x' },
    says: 'spec.size: Invalid value: "string": spec.size in body must be of type integer: "string"',
    stops: true,
  },
  {
    spec: { size: 1.5 },
    says: 'spec.size: Invalid value: "number": spec.size in body must be of type integer: "number"',
    stops: true,
  },
  {
    spec: { color: 'green' },
    says: 'spec.color: Unsupported value: "green": supported values: "red", "blue"',
    stops: true,
  },
  { spec: { code: 'a' }, says: 'spec.code: Invalid value: "a": spec.code in body should be at least 2 chars long' },
  { spec: { code: 'abcde' }, says: 'spec.code: Too long: may not be more than 4 bytes', stops: true },
  { spec: { code: 'AB' }, says: 'spec.code: Invalid value: "AB": spec.code in body should match \'^[a-z]+$\'' },
  { spec: { list: ['a', 'b', 'c'] }, says: 'spec.list: Too many: 3: must have at most 2 items', stops: true },
  {
    spec: { list: [null] },
    says: 'spec.list[0]: Invalid value: "null": spec.list[0] in body must be of type string: "null"',
    stops: true,
  },
  {
    spec: { address: '192.0.2.300' },
    says: 'spec.address: Invalid value: "192.0.2.300": spec.address in body must be of type ipv4: "192.0.2.300"',
    stops: true,
  },
  {
    spec: { port: true },
    says: 'spec.port: Invalid value: "boolean": spec.port in body must be of type integer,string: "boolean"',
    stops: true,
  },
  {
    spec: { numbers: { a: 'x' } },
    says: 'spec.numbers.a: Invalid value: "string": spec.numbers.a in body must be of type integer: "string"',
    stops: true,
  },
  { spec: { owner: {} }, says: 'spec.owner.name: Required value', stops: true },
  { spec: { tags: ['a', 'a'] }, says: 'spec.tags[1]: Duplicate value: "a"' },
  { spec: { size: 100 }, says: 'spec: Invalid value: too large' },
])('refused: $spec', async ({ spec, says, stops }) => {
  const { code, body } = await ask('POST', widgets(), { body: widget('refused', spec) })
  const all = stops ? `[${says}, ${rulesNotChecked}]` : says
  expect({ code, message: body.message }).toEqual({
    code: 422,
    message: `Widget.widgets.frrkit.test "refused" is invalid: ${all}`,
  })
})

test('an integer format says nothing about the range', async () => {
  const numbers = { a: 3_000_000_000 }
  expect((await ask('POST', widgets('?dryRun=All'), { body: widget('int32', { numbers }) })).code).toBe(201)
})

test('a rule compares with what was there before', async () => {
  await ask('POST', widgets(), { body: widget('fixed', { fixed: 'a' }) })
  expect(await ask('PATCH', widgets('/fixed'), { body: { spec: { fixed: 'b' } }, type: merge })).toMatchObject({
    code: 422,
    body: {
      message: 'Widget.widgets.frrkit.test "fixed" is invalid: spec.fixed: Invalid value: "b": Value is immutable',
    },
  })
})

test('spec and status are written apart, and only what is wanted counts as a generation', async () => {
  await ask('POST', widgets(), { body: widget('apart', { size: 1 }) })
  const both = { spec: { size: 2 }, status: { count: 1 }, metadata: { labels: { a: 'b' } } }
  const status = await ask('PATCH', widgets('/apart/status'), { body: both, type: merge })
  expect(status.body).toMatchObject({ spec: { size: 1 }, status: { count: 1 }, metadata: { generation: 1 } })
  const main = await ask('PATCH', widgets('/apart'), { body: { ...both, status: { count: 2 } }, type: merge })
  expect(main.body).toMatchObject({ spec: { size: 2 }, status: { count: 1 }, metadata: { generation: 2 } })
  const labels = await ask('PATCH', widgets('/apart'), { body: { metadata: { labels: { a: 'c' } } }, type: merge })
  expect(labels.body).toMatchObject({ metadata: { generation: 2, labels: { a: 'c' } } })
  expect((await ask('PATCH', widgets('/apart/status'), { body: { status: { count: 6 } }, type: merge })).code).toBe(422)
})

test('FRRConfiguration: defaults and rules of the shipped definition', async () => {
  const neighbor = { address: '192.0.2.1', asn: 64512, connectTime: '10s', toAdvertise: { allowed: {} } }
  const object = (connectTime: string) => ({
    apiVersion: 'frrk8s.metallb.io/v1beta1',
    kind: 'FRRConfiguration',
    metadata: { name: 'edge' },
    spec: { bgp: { routers: [{ asn: 64512, neighbors: [{ ...neighbor, connectTime }] }] } },
  })
  const { body } = await ask('POST', frrkit('frrconfigurations'), { body: object('10s') })
  expect(body).toMatchObject({
    spec: {
      bgp: {
        routers: [
          {
            neighbors: [
              { addressFamilies: ['unicast'], disableMP: false, toAdvertise: { allowed: { mode: 'filtered' } } },
            ],
          },
        ],
      },
    },
  })
  expect(await ask('POST', frrkit('frrconfigurations'), { body: object('500ms') })).toMatchObject({
    code: 422,
    body: {
      message:
        'FRRConfiguration.frrk8s.metallb.io "edge" is invalid: [' +
        'spec.bgp.routers[0].neighbors[0].connectTime: Invalid value: "500ms": connect time should be between 1 seconds to 65535, ' +
        'spec.bgp.routers[0].neighbors[0].connectTime: Invalid value: "500ms": connect time should contain a whole number of seconds]',
    },
  })
})
