import { type Merged, type MergeInput, merge, quarantine } from '@frrkit/merge'
import {
  compareObjects,
  type FrrModel,
  failed,
  type NodeFacts,
  type ObjectRef,
  ok,
  type Problem,
  type Result,
  sortProblems,
} from '@frrkit/model'
import type { DocumentKind, ObjectTranslator, RenderTarget } from '@frrkit/plugin'
import { render } from '@frrkit/render'
import type { Gathered } from './gather.ts'
import { mergeSlots } from './merge-slots.ts'
import { type ParsedObjects, parseObjects } from './parse-objects.ts'
import { translateObjects } from './translate-objects.ts'
import { findTwins, twinProblem } from './twins.ts'

/** What the objects mean for this node. */
export type Compiled = {
  readonly frrConf: string
  readonly model: FrrModel
  /** The FRRConfigurations that speak on this node, and the objects of other kinds. */
  readonly objects: readonly ObjectRef[]
  /** Objects that did not make it, so that the others could. */
  readonly leftOut: readonly ObjectRef[]
  /** Warnings; and with `quarantine`, the errors of what was left out. */
  readonly problems: readonly Problem[]
}

/** `keep`: any error keeps the previous configuration. `quarantine`: the objects at fault are left out, the rest applies. */
export type Policy = 'keep' | 'quarantine'

export type CompileOptions = {
  readonly targets: readonly RenderTarget[]
  readonly kinds: readonly DocumentKind[]
  readonly translators?: readonly ObjectTranslator[]
  readonly policy?: Policy
  /** About the plugins themselves, as the registry has them. */
  readonly warnings?: readonly Problem[]
  /** Comment lines that name the objects behind each block. */
  readonly annotate?: boolean
}

/** Objects → frr.conf, or every problem that stands against it. Pure, and the one place that chains the stages. */
export function compile(gathered: Gathered, options: CompileOptions): Result<Compiled> {
  const { targets, kinds, translators = [], policy = 'keep', warnings = [], annotate = false } = options
  const read = readAll(gathered, kinds, translators)
  const mayLeaveOut = policy === 'quarantine' && read.complete
  if (!mayLeaveOut && hasErrors(read.problems)) return failed(...sortProblems(read.problems))

  const { secrets } = gathered
  const { facts } = read
  const { documents, settings, slots } = read.parsed
  const merged = mergeAll({ documents, settings, secrets, facts }, mayLeaveOut)
  const filled = mergeSlots(kinds, slots, { secrets, facts })
  if (!merged.ok || !filled.ok) {
    const problems = [merged, filled].flatMap((result) => (result.ok ? [] : result.problems))
    return failed(...sortProblems([...read.problems, ...problems]))
  }

  const model = { ...merged.value.model, slots: filled.value.slots }
  const rendered = render({ model, targets, annotate })
  if (!rendered.ok) return rendered
  return ok({
    frrConf: rendered.value,
    model,
    objects: [...merged.value.objects, ...filled.value.objects].toSorted(compareObjects),
    leftOut: [...read.leftOut, ...merged.value.leftOut],
    problems: sortProblems([...warnings, ...read.problems, ...merged.value.warnings, ...filled.value.warnings]),
  })
}

type ReadAll = {
  readonly parsed: ParsedObjects
  readonly problems: readonly Problem[]
  readonly leftOut: readonly ObjectRef[]
  readonly facts: NodeFacts
  readonly complete: boolean
}

/** Every object that can be read, and what is wrong with the others. Twins are left out all: nobody knows which counts. */
function readAll(
  gathered: Gathered,
  kinds: readonly DocumentKind[],
  translators: readonly ObjectTranslator[],
): ReadAll {
  const twins = findTwins(gathered.objects)
  const translated = translateObjects(gathered, new Set(twins.flat()), translators)
  // What was made of other objects may bear the name of one that somebody wrote.
  const all = [...translated.others, ...translated.made]
  const namesakes = translated.made.length > 0 ? findTwins(all) : []
  const contested = new Set([...twins, ...namesakes].flat())
  const parsed = parseObjects(
    all.filter((object) => !contested.has(object)),
    kinds,
    translators,
  )
  const twinProblems = [...twins, ...namesakes].map(twinProblem)
  return {
    parsed,
    problems: [...gathered.problems, ...twinProblems, ...translated.problems, ...parsed.problems],
    leftOut: [...contested, ...parsed.refused].map(({ object }) => object),
    facts: translated.facts,
    complete: gathered.complete && translated.complete,
  }
}

type MergedAll = Merged & { readonly leftOut: readonly ObjectRef[] }

function mergeAll(input: MergeInput, mayLeaveOut: boolean): Result<MergedAll> {
  if (!mayLeaveOut) {
    const merged = merge(input)
    return merged.ok ? ok({ ...merged.value, leftOut: [] }) : merged
  }
  const { result, leftOut, problems } = quarantine(input)
  if (!result.ok) return result
  return ok({ ...result.value, leftOut, warnings: [...problems, ...result.value.warnings] })
}

function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error')
}
