import { formatProblem, type ObjectRef } from '@frrkit/model'
import { expect, test } from 'vitest'
import { annotation } from '../checks/annotation.ts'
import { permutation } from '../checks/permutation.ts'
import { telling } from '../checks/telling.ts'
import { compileWorld } from '../compile-world.ts'
import { readFrrConf, withoutRaw } from '../read/read-frr-conf.ts'
import type { World } from '../world.ts'
import { benignWorld } from './benign-world.ts'
import { hostile } from './hostile.ts'

/** Sources hand over names as they stand in a file, or in a manifest that somebody signed. */
const parts = ['name', 'namespace', 'file', 'created'] as const satisfies readonly (keyof ObjectRef)[]

function named(part: (typeof parts)[number], by: string): World {
  const objects = benignWorld.objects.map((object) =>
    object.object.kind === 'FRRConfiguration' ? { ...object, object: { ...object.object, [part]: by } } : object,
  )
  return { ...benignWorld, objects }
}

const broken = (world: World): World => ({ ...world, facts: { ...world.facts, labels: {} }, secrets: [] })

test.each(parts)('the %s of an object stays inside its comment and its message', (part) => {
  const failures = hostile.flatMap(({ case: name, of }) => {
    const world = named(part, of('benign'))
    const trial = { world, order: [0], kept: [true], twice: 0 }
    try {
      const compiled = compileWorld(world)
      for (const check of [annotation, telling, permutation]) check(trial, compiled)
      if (!compiled.ok) return [`${name}: ${compiled.problems.map(formatProblem).join()}`]
      readFrrConf(withoutRaw(compiled.value.frrConf, compiled.value.model.rawSnippets))
      telling(trial, compileWorld({ ...world, secrets: [] }))
      telling(trial, compileWorld(broken(world)))
      const annotated = compileWorld(world, { annotate: true })
      const lines = annotated.ok ? annotated.value.frrConf.split('\n') : ['']
      const bad = lines.find((line) => /\p{Cc}/u.test(line) || Buffer.byteLength(line) > 4000)
      return bad === undefined ? [] : [`${name}: ${JSON.stringify(bad.slice(0, 200))}`]
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
  expect(failures).toEqual([])
})

test.each(['kind', 'apiVersion'])('the %s of an object that nobody knows is told on one line', (part) => {
  const failures = hostile.flatMap(({ case: name, of }) => {
    const objects = benignWorld.objects.map((object) =>
      part === 'kind'
        ? { ...object, object: { ...object.object, kind: of(object.object.kind) } }
        : { ...object, apiVersion: of(object.apiVersion) },
    )
    const world = { ...benignWorld, objects }
    try {
      const compiled = compileWorld(world)
      telling({ world, order: [0], kept: [true], twice: 0 }, compiled)
      return compiled.ok ? [`${name}: accepted`] : []
    } catch (error) {
      return [`${name}: ${error instanceof Error ? error.message : String(error)}`]
    }
  })
  expect(failures).toEqual([])
})
