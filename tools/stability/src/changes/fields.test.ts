import { kinds } from '@frrkit/api'
import { expect, test } from 'vitest'
import { scenes } from './scenes.ts'

type Schema = {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
}

/** The names of all fields below. */
function fieldsOf({ properties = {}, items }: Schema): readonly string[] {
  const own = Object.entries(properties).flatMap(([name, schema]) => [name, ...fieldsOf(schema)])
  return [...own, ...(items ? fieldsOf(items) : [])]
}

/** What an object says about itself, or in other words: nothing of it comes to FRR by that name. */
const elsewhere = ['routers', 'bfdProfiles', 'passwordSecret', 'namespace', 'priority', 'rawConfig', 'allowed']
/** Fields whose changes are called by what they are. */
const calledOtherwise = ['name', 'prefix', 'neighbors', 'address', 'interface', 'localPref']

test('every field of an FRRConfiguration is in a change', () => {
  const schema: Schema | undefined = kinds.find(({ kind }) => kind === 'FRRConfiguration')?.schema
  const { bgp } = schema?.properties?.spec?.properties ?? {}
  const names = scenes.flatMap(({ changes }) => changes.map(({ kind }) => kind)).join('\n')
  const fields = new Set(fieldsOf(bgp ?? {}).filter((field) => ![...elsewhere, ...calledOtherwise].includes(field)))
  expect(fields.size).toBeGreaterThan(30)
  expect([...fields].filter((field) => !new RegExp(`\\b${field}\\b`).test(names))).toEqual([])
})
