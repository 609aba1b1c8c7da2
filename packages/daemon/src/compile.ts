import { type Merged, type MergeInput, merge, quarantine } from '@frrkit/merge'
import {
  type FrrModel,
  failed,
  type ObjectRef,
  ok,
  type Problem,
  type Result,
  type SourceObject,
  sortProblems,
} from '@frrkit/model'
import type { DocumentKind, RenderTarget } from '@frrkit/plugin'
import { render } from '@frrkit/render'
import type { Gathered } from './gather.ts'
import { mergeSlots } from './merge-slots.ts'
import { type ParsedObjects, parseObjects } from './parse-objects.ts'
import { findTwins, twinProblem } from './twins.ts'

/** What the objects mean for this node. */
export type Compiled = {
  readonly frrConf: string
  readonly model: FrrModel
  /** The FRRConfigurations that speak on this node. */
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
  readonly policy?: Policy
  /** Comment lines that name the objects behind each block. */
  readonly annotate?: boolean
}

/** Objects → frr.conf, or every problem that stands against it. Pure, and the one place that chains the stages. */
export function compile(gathered: Gathered, options: CompileOptions): Result<Compiled> {
  const { targets, kinds, policy = 'keep', annotate = false } = options
  const read = readAll(gathered, kinds)
  const mayLeaveOut = policy === 'quarantine' && gathered.complete
  if (!mayLeaveOut && hasErrors(read.problems)) return failed(...sortProblems(read.problems))

  const { secrets, facts } = gathered
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
    objects: merged.value.objects,
    leftOut: [...read.leftOut, ...merged.value.leftOut],
    problems: sortProblems([...read.problems, ...merged.value.warnings, ...filled.value.warnings]),
  })
}

type ReadAll = {
  readonly parsed: ParsedObjects
  readonly problems: readonly Problem[]
  readonly leftOut: readonly ObjectRef[]
}

/** Every object that can be read, and what is wrong with the others. Twins are left out all: nobody knows which counts. */
function readAll(gathered: Gathered, kinds: readonly DocumentKind[]): ReadAll {
  const twins = findTwins(gathered.objects)
  const contested = new Set<SourceObject>(twins.flat())
  const parsed = parseObjects(
    gathered.objects.filter((object) => !contested.has(object)),
    kinds,
  )
  return {
    parsed,
    problems: [...gathered.problems, ...twins.map(twinProblem), ...parsed.problems],
    leftOut: [...contested, ...parsed.refused].map(({ object }) => object),
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
