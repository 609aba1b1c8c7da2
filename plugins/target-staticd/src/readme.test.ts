import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAll } from 'js-yaml'
import { expect, test } from 'vitest'
import { compiled } from '../test/as-daemon.ts'
import { staticRoute } from '../test/static-route.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const [objects = '', frrConf = ''] = [...readme.matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map(([, text]) => text ?? '')

type Body = { readonly metadata: { readonly name: string }; readonly spec: object }

test('the objects of the README mean what it says', () => {
  const bodies = loadAll(objects) as readonly Body[]
  const routes = bodies.map(({ metadata, spec }) => staticRoute(metadata.name, spec))
  expect(compiled(routes, { rack: 'r1' })).toEqual({ ok: true, value: frrConf })
})
