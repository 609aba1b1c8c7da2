import { kinds, type Schema } from '@frrkit/api'
import { expect, test } from 'vitest'
import { mergeRules, ruleMeanings } from './merge-rules.ts'

/** Fields that no rule merges, and why not. */
const elsewhere = [
  'spec.nodeSelector', // says on which nodes the object speaks
  'spec.raw', // every snippet is taken, by priority
  'spec.bgp.routers[].neighbors[].dynamicASN', // is a value of `asn`
  'spec.bgp.routers[].neighbors[].passwordSecret', // is a value of `password`
  'spec.bgp.routers[].neighbors[].disableMP', // means nothing any more
  'spec.bgp.routers[].evpn.l3vni.advertisePrefixes', // has a single legal value
]

/** Every field of the API that holds no other fields. */
function leaves(schema: Schema | undefined, path: string): readonly string[] {
  const inside = schema?.items ?? schema
  const itself = schema?.items?.properties === undefined ? path : `${path}[]`
  if (inside?.properties === undefined) return [path]
  return Object.entries(inside.properties).flatMap(([key, field]) => leaves(field, `${itself}.${key}`))
}

const covers = (field: string) => (known: string) =>
  field === known || (/^[.[]/.test(field.slice(known.length)) && field.startsWith(known))

const told = mergeRules.flatMap(({ path, names, rules }) =>
  [...names, ...rules.map(({ field }) => field)].map((field) => `${path}.${field}`),
)

test('every field of the API is merged by a rule, names what is merged, or stands among the exceptions', () => {
  const spec = kinds.find(({ kind }) => kind === 'FRRConfiguration')?.schema.properties?.spec
  const fields = leaves(spec, 'spec')
  expect(fields.filter((field) => ![...told, ...elsewhere].some(covers(field)))).toEqual([])
  expect([...told, ...elsewhere].filter((known) => !fields.some((field) => covers(field)(known)))).toEqual([])
})

test('every rule is explained, in one line', () => {
  const rules = mergeRules.flatMap((part) => part.rules)
  for (const { why, unset } of rules) expect(`${why}${unset}`).toMatch(/^[^\n]{10,}$/)
  expect(Object.keys(ruleMeanings).toSorted()).toEqual([...new Set(rules.map(({ rule }) => rule))].toSorted())
})
