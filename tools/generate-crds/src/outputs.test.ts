import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { kinds, type Schema } from '@frrkit/api'
import { expect, test } from 'vitest'
import { outputs } from './outputs.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

test.each(Object.entries(outputs()).map(([file, text]) => ({ file, text })))(
  '$file is what the code says',
  ({ file, text }) => {
    expect(text, `run npm run generate, then commit ${file}`).toBe(readFileSync(root + file, 'utf8'))
  },
)

/** What Kubernetes asks of a structural schema, as far as ours could break it; the paths that do. */
function unstructural(schema: Schema, path: string): readonly string[] {
  const forbidden = ['anyOf', 'oneOf', 'allOf', 'not', 'patternProperties', 'const', '$ref', 'definitions'].filter(
    (key) => Object.hasOwn(schema, key),
  )
  const both = schema.properties !== undefined && schema.additionalProperties !== undefined
  const mine = [...forbidden, ...(schema.type === undefined ? ['no type'] : []), ...(both ? ['both'] : [])]
  const below = Object.entries({ ...schema.properties, ...(schema.items && { '[]': schema.items }) })
  return [
    ...mine.map((what) => `${path}: ${what}`),
    ...below.flatMap(([key, field]) => unstructural(field, `${path}.${key}`)),
  ]
}

test.each(kinds)('the schema of $kind is structural', ({ schema }) => {
  expect(unstructural(schema, '')).toEqual([])
})

test('a keyword of ours alone does not reach a CRD', () => {
  expect(Object.values(outputs()).join('')).not.toContain('x-frrkit')
})
