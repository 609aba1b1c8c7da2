import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatProblem, type SourceObject } from '@frrkit/model'
import { fixtures } from '@frrkit/testing'
import { loadAll } from 'js-yaml'
import { expect } from 'vitest'
import { compiled } from '../test/as-daemon.ts'
import { staticRoute } from '../test/static-route.ts'

/** Objects of `in.yaml`, as labels of a node say; and what comes of them, whatever their order. */
fixtures(join(import.meta.dirname, '../fixtures'), (path) => {
  const bodies = loadAll(readFileSync(join(path, 'in.yaml'), 'utf8')) as readonly Body[]
  const objects = bodies.map(({ metadata, spec }): SourceObject => staticRoute(metadata.name, spec))
  const result = compiled(objects, { rack: 'r1' })
  expect(compiled(objects.toReversed(), { rack: 'r1' })).toEqual(result)
  return result.ok
    ? { 'frr.conf': result.value, 'problems.txt': undefined }
    : { 'problems.txt': `${result.problems.map(formatProblem).join('\n\n')}\n`, 'frr.conf': undefined }
})

type Body = { readonly metadata: { readonly name: string }; readonly spec: object }
