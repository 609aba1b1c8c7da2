import { beforeAll, expect, test } from 'vitest'
import { widget, withCluster } from './widget.ts'

const { ask, widgets } = withCluster()

beforeAll(async () => {
  for (const [name, tier] of Object.entries({ a: 'front', b: 'front', c: 'back', d: undefined, e: 'back' })) {
    await ask('POST', widgets(), { body: { ...widget(name), metadata: { name, ...(tier && { labels: { tier } }) } } })
  }
})

const namesIn = (body: object): string[] =>
  (body as { readonly items: readonly { readonly metadata: { readonly name: string } }[] }).items.map(
    ({ metadata }) => metadata.name,
  )

test.each([
  { selector: 'tier', names: ['a', 'b', 'c', 'e'] },
  { selector: '!tier', names: ['d'] },
  { selector: 'tier=front', names: ['a', 'b'] },
  { selector: 'tier==back', names: ['c', 'e'] },
  { selector: 'tier!=front', names: ['c', 'd', 'e'] },
  { selector: 'tier in (front, back)', names: ['a', 'b', 'c', 'e'] },
  { selector: 'tier notin (front)', names: ['c', 'd', 'e'] },
  { selector: 'tier,tier!=back', names: ['a', 'b'] },
])('labelSelector: $selector', async ({ selector, names }) => {
  const { body } = await ask('GET', widgets(`?labelSelector=${encodeURIComponent(selector)}`))
  expect(namesIn(body)).toEqual(names)
})

test.each([
  { selector: 'metadata.name=c', names: ['c'] },
  { selector: 'metadata.name!=c', names: ['a', 'b', 'd', 'e'] },
  { selector: 'metadata.namespace=elsewhere', names: [] },
])('fieldSelector: $selector', async ({ selector, names }) => {
  expect(namesIn((await ask('GET', widgets(`?fieldSelector=${selector}`))).body)).toEqual(names)
})

test.each([
  { query: 'fieldSelector=spec.size%3D1', code: 400, message: 'field label not supported: spec.size' },
  { query: 'labelSelector=a%3D(', code: 400, message: expect.stringMatching(/^unable to parse requirement/) },
  { query: 'resourceVersion=abc', code: 400, message: expect.stringMatching(/^invalid resource version/) },
])('refused: $query', async ({ query, code, message }) => {
  expect(await ask('GET', widgets(`?${query}`))).toMatchObject({ code, body: { message } })
})

test('a list comes in chunks of one state', async () => {
  const first = await ask('GET', widgets('?limit=2'))
  expect(first.body).toMatchObject({ kind: 'WidgetList', metadata: { remainingItemCount: 3 } })
  const { continue: token, resourceVersion } = first.body.metadata as Record<string, string>
  await ask('POST', widgets(), { body: widget('f') })
  const second = await ask('GET', widgets(`?limit=10&continue=${encodeURIComponent(token ?? '')}`))
  expect([...namesIn(first.body), ...namesIn(second.body)]).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(second.body).toMatchObject({ metadata: { resourceVersion } })
  await ask('DELETE', widgets('/f'))
})

test('an old state is good enough for who asks for any', async () => {
  const { body } = await ask('GET', widgets('?resourceVersion=0'))
  expect(namesIn(body)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

test('a list across namespaces has ours in it', async () => {
  const { body } = await ask('GET', '/apis/widgets.frrkit.test/v1/widgets')
  expect(namesIn(body)).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd', 'e']))
})
