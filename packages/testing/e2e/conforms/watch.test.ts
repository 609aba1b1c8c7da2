import { expect, test } from 'vitest'
import { merge, widget, withCluster } from './widget.ts'

const { ask, widgets, cluster } = withCluster()

/** The next events of a watch, as `TYPE name`. */
async function events(path: string, count: number, act: () => Promise<unknown> = async () => {}): Promise<string[]> {
  const seen: string[] = []
  const watch = cluster().watch(path)
  const acted = act()
  for await (const { type, object } of watch) {
    seen.push(`${String(type)} ${(object as { readonly metadata: { readonly name?: string } }).metadata.name}`)
    if (seen.length === count) break
  }
  await acted
  return seen
}

async function revision(): Promise<string> {
  const { body } = await ask('GET', widgets('?limit=1'))
  return (body.metadata as { readonly resourceVersion: string }).resourceVersion
}

test('a watch tells of what happens after the revision of a list', async () => {
  await ask('POST', widgets(), { body: widget('before') })
  const from = await revision()
  await ask('POST', widgets(), { body: widget('a') })
  await ask('PATCH', widgets('/a'), { body: { spec: { size: 1 } }, type: merge })
  await ask('PATCH', widgets('/a/status'), { body: { status: { ready: true } }, type: merge })
  await ask('DELETE', widgets('/a'))
  expect(await events(widgets(`?watch=true&resourceVersion=${from}`), 4)).toEqual([
    'ADDED a',
    'MODIFIED a',
    'MODIFIED a',
    'DELETED a',
  ])
})

test('without a revision it begins with what is there', async () => {
  await ask('POST', widgets(), { body: widget('there') })
  const path = widgets('?watch=true&fieldSelector=metadata.name%3Dthere')
  expect(await events(path, 1)).toEqual(['ADDED there'])
  expect(await events(`${path}&resourceVersion=0`, 1)).toEqual(['ADDED there'])
})

test('to a selector, an object comes when it begins to match and goes when it ceases to', async () => {
  await ask('POST', widgets(), { body: widget('turning') })
  const path = widgets(`?watch=true&labelSelector=on&resourceVersion=${await revision()}`)
  const label = (on: string | null) =>
    ask('PATCH', widgets('/turning'), { body: { metadata: { labels: { on } } }, type: merge })
  const turn = async () => {
    for (const on of ['1', '2', null, '3']) await label(on)
  }
  expect(await events(path, 4, turn)).toEqual(['ADDED turning', 'MODIFIED turning', 'DELETED turning', 'ADDED turning'])
})

test('a deleted object carries the revision of its deletion', async () => {
  const created = await ask('POST', widgets(), { body: widget('gone') })
  const { resourceVersion } = created.body.metadata as { readonly resourceVersion: string }
  await ask('DELETE', widgets('/gone'))
  const watch = cluster().watch(widgets(`?watch=true&resourceVersion=${resourceVersion}`))
  const { value } = await watch.next()
  expect(value).toMatchObject({ type: 'DELETED', object: { metadata: { name: 'gone' } } })
  const after = (value as { readonly object: typeof created.body }).object.metadata as {
    readonly resourceVersion: string
  }
  expect(Number(after.resourceVersion)).toBeGreaterThan(Number(resourceVersion))
  await watch.return()
})

test('a write that changes nothing is no event', async () => {
  await ask('POST', widgets(), { body: widget('still', { size: 1 }) })
  const path = widgets(`?watch=true&resourceVersion=${await revision()}`)
  const act = async () => {
    await ask('PATCH', widgets('/still'), { body: { spec: { size: 1 } }, type: merge })
    await ask('POST', widgets(), { body: widget('next') })
  }
  expect(await events(path, 1, act)).toEqual(['ADDED next'])
})

test('timeoutSeconds ends it cleanly', async () => {
  const path = widgets(`?watch=true&timeoutSeconds=1&resourceVersion=${await revision()}`)
  expect(await events(path, Number.POSITIVE_INFINITY)).toEqual([])
})

test('initial events need to be asked for in full', async () => {
  expect(await ask('GET', widgets('?watch=true&sendInitialEvents=true'))).toMatchObject({
    code: 422,
    body: {
      message: expect.stringContaining('sendInitialEvents requires setting resourceVersionMatch to NotOlderThan'),
    },
  })
})

test('what is no revision is refused', async () => {
  expect(await ask('GET', widgets('?watch=true&resourceVersion=abc'))).toMatchObject({
    code: 500,
    body: { message: expect.stringContaining('strconv.ParseUint: parsing "abc": invalid syntax') },
  })
})

test('from a revision that is forgotten it is accepted, and its first event is its last', async () => {
  cluster().server?.faults.expireWatches()
  const watch = cluster().watch(widgets('?watch=true&resourceVersion=1'))
  const { value } = await watch.next()
  const message = expect.stringMatching(/^too old resource version: 1 \(\d+\)$/)
  expect(value).toMatchObject({ type: 'ERROR', object: { code: 410, reason: 'Expired', message } })
  expect((await watch.next()).done).toBe(true)
})

test('from a revision that has not come yet it says nothing', async () => {
  const path = widgets('?watch=true&timeoutSeconds=1&resourceVersion=999999999')
  const act = () => ask('POST', widgets(), { body: widget('long-before') })
  expect(await events(path, Number.POSITIVE_INFINITY, act)).toEqual([])
})
