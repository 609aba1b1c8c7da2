import { kinds, type Schema } from '@frrkit/api'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileWorld } from '../compile-world.ts'
import { worlds } from './worlds.ts'

/** `spec.bgp.routers[].asn`, and for a text out of a set `spec.logLevel = debug`. */
function fieldsOf(schema: Schema, path: string): readonly string[] {
  const { properties = {}, items, additionalProperties, enum: values } = schema
  return [
    path,
    ...(values ?? []).map((value) => `${path} = ${value}`),
    ...Object.entries(properties).flatMap(([key, field]) => fieldsOf(field, `${path}.${key}`)),
    ...(items === undefined ? [] : fieldsOf(items, `${path}[]`)),
    ...(typeof additionalProperties === 'object' ? fieldsOf(additionalProperties, `${path}{}`) : []),
  ]
}

function fieldsIn(value: unknown, path: string): readonly string[] {
  if (typeof value === 'string') return [path, `${path} = ${value}`]
  if (Array.isArray(value)) return [path, ...value.flatMap((item) => fieldsIn(item, `${path}[]`))]
  if (typeof value !== 'object' || value === null) return [path]
  const map = path.endsWith('.matchLabels')
  return [
    path,
    ...Object.entries(value).flatMap(([key, inner]) => fieldsIn(inner, map ? `${path}{}` : `${path}.${key}`)),
  ]
}

test('accepted worlds set every field of the API, and every text where it is one out of a set', () => {
  const accepted = fc.sample(worlds, { seed: 1, numRuns: 1500 }).filter((world) => compileWorld(world).ok)
  const objects = accepted.flatMap((world) => world.objects)
  for (const kind of ['FRRConfiguration', 'FRRK8sConfiguration']) {
    const bodies = objects.flatMap(({ object, body }) => (object.kind === kind ? [body as { spec?: unknown }] : []))
    const seen = new Set(bodies.flatMap(({ spec }) => fieldsIn(spec, 'spec')))
    const spec = kinds.find((one) => one.kind === kind)?.schema.properties?.spec ?? {}
    expect(fieldsOf(spec, 'spec').filter((field) => !seen.has(field))).toEqual([])
  }
})
