import { afterAll, describe, expect, test } from 'vitest'
import { compileWorld } from '../compile-world.ts'
import { createSyntaxCheck } from '../vtysh.ts'
import { benignWorld } from './benign-world.ts'
import { hostile } from './hostile.ts'
import { judge } from './judge.ts'
import { meansSomething, placesOf } from './places.ts'
import { replaceAt, replaceEverywhere } from './replace.ts'
import { stringFieldsOf } from './string-fields.ts'

const places = placesOf(benignWorld)
const vtysh = createSyntaxCheck()
afterAll(vtysh.close)

test('the world to inject into is fine, and has every text field of the API', () => {
  expect(compileWorld(benignWorld)).toMatchObject({ ok: true, value: { problems: [] } })
  const fields = ['FRRConfiguration', 'FRRK8sConfiguration'].flatMap(stringFieldsOf)
  expect(fields.filter((field) => !places.some((place) => place.field === field))).toEqual([])
})

/** Verbatim by contract: nobody can inject there, because everything is allowed. */
const attackable = places.filter(({ path }) => path !== 'spec.raw.rawConfig')
const timesWritten = Map.groupBy(places, ({ text }) => text)

describe.each([
  { how: 'alone', replace: replaceAt, targets: attackable },
  {
    how: 'with all that refers to it',
    replace: replaceEverywhere,
    targets: attackable.filter(({ text }) => (timesWritten.get(text)?.length ?? 0) > 1),
  },
])('$how', ({ replace, targets }) => {
  test.each(targets)('$path', (place) => {
    const accepted: string[] = []
    const same = places.filter(({ text }) => text === place.text)
    const failures = hostile.flatMap(({ case: name, of }) => {
      const to = of(place.text)
      if (same.some((other) => meansSomething(other, to))) return []
      const attacked = replace(benignWorld, place, to)
      const verdict = judge({ benign: benignWorld, attacked, places: same, from: place.text, to })
      if (verdict.ok && verdict.frrConf !== undefined) accepted.push(verdict.frrConf)
      return verdict.ok ? [] : [`${name}: ${verdict.reason}`]
    })
    expect(failures).toEqual([])
    expect(vtysh.check(accepted.join(''))).toBe('')
  })
})
