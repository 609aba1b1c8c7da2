import type { Compiled } from '@frrkit/daemon/compile'
import type { Problem, Result } from '@frrkit/model'
import { annotation } from '../checks/annotation.ts'
import { secrecy } from '../checks/secrecy.ts'
import { brief, telling } from '../checks/telling.ts'
import { wellFormed } from '../checks/well-formed.ts'
import { compileWorld } from '../compile-world.ts'
import { type ConfLine, readFrrConf, withoutRaw } from '../read/read-frr-conf.ts'
import type { World } from '../world.ts'
import { meaningOf, type Place } from './places.ts'

export type Verdict =
  | { readonly ok: true; readonly frrConf: string | undefined }
  /** Neither refused as it should be, nor harmless. */
  | { readonly ok: false; readonly reason: string }

type Attack = {
  readonly benign: World
  readonly attacked: World
  /** Where it was written, and whatever refers to that: a problem with either names the field. */
  readonly places: readonly Place[]
  readonly from: string
  readonly to: string
}

/**
 * A hostile text is refused, with a problem that names the field; or it is harmless: frr.conf has the lines that it has with
 * the benign text, each made of the same words, with exactly the hostile text in the place of the benign one.
 */
export function judge({ benign, attacked, places, from, to }: Attack): Verdict {
  try {
    const compiled = compileWorld(attacked)
    const trial = { world: attacked, order: [0], kept: [true], twice: 0 }
    for (const check of [telling, brief, annotation, wellFormed]) check(trial, compiled)
    // A password that is a word of frr.conf anyway is found there, leak or no leak.
    if (!JSON.stringify(compiledOnce(benign)).includes(to)) secrecy(trial, compiled)
    if (!compiled.ok) {
      const errors = compiled.problems.filter(({ severity }) => severity === 'error')
      if (errors.some((problem) => names(problem, places))) return { ok: true, frrConf: undefined }
      return { ok: false, reason: `refused, but not for this field: ${errors.map(({ field }) => field).join(', ')}` }
    }
    const unselected = places.some(({ selects }) => selects) && compiled.value.objects.length === 0
    const expected = unselected ? compileWorld(withoutConfigurations(benign)) : compiledOnce(benign)
    if (!expected.ok) throw new Error('BUG: the benign world is refused')
    const means = places[0] === undefined ? to : meaningOf(places[0], to)
    const lost = difference(
      shapes(expected.value, (word) => word.replaceAll(from, () => means)),
      shapes(compiled.value),
    )
    return lost === undefined ? { ok: true, frrConf: compiled.value.frrConf } : { ok: false, reason: lost }
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) }
  }
}

const known = new WeakMap<World, Result<Compiled>>()

function compiledOnce(world: World): Result<Compiled> {
  const compiled = known.get(world) ?? compileWorld(world)
  known.set(world, compiled)
  return compiled
}

function withoutConfigurations(world: World): World {
  return { ...world, objects: world.objects.filter(({ object }) => object.kind !== 'FRRConfiguration') }
}

function names({ subject, field, evidence }: Problem, places: readonly Place[]): boolean {
  const named = new Set(places.flatMap((place) => place.named))
  return [subject, field, ...evidence.map(({ origin }) => origin.path)].some((text) => named.has(text))
}

/** The lines with the blocks around them, in an order that does not depend on names. */
function shapes({ frrConf, model }: Compiled, change = (word: string) => word): readonly string[] {
  const text = ({ around, words }: ConfLine) =>
    [...around.flatMap((line) => [...line.split(' '), '>']), ...words].map(change).join('\0')
  return readFrrConf(withoutRaw(frrConf, model.rawSnippets)).map(text).toSorted()
}

const say = (line: string | undefined) => JSON.stringify(line?.replaceAll('\0', ' ')) ?? 'nothing'

function difference(expected: readonly string[], actual: readonly string[]): string | undefined {
  const at = expected.findIndex((line, i) => line !== actual[i])
  if (at < 0 && expected.length === actual.length) return undefined
  const i = at < 0 ? expected.length : at
  return `frr.conf differs: ${say(expected[i])} is expected, and there is ${say(actual[i])}`
}
