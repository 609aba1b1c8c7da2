import { merge } from '@frrkit/merge'
import { type FrrModel, failed, type ObjectRef, ok, type Problem, type Result, sortProblems } from '@frrkit/model'
import type { DocumentKind, RenderTarget } from '@frrkit/plugin'
import { render } from '@frrkit/render'
import { checkTwins } from './check-twins.ts'
import type { Gathered } from './gather.ts'
import { mergeSlots } from './merge-slots.ts'
import { parseObjects } from './parse-objects.ts'

/** What the objects mean for this node. */
export type Compiled = {
  readonly frrConf: string
  readonly model: FrrModel
  /** The FRRConfigurations that speak on this node. */
  readonly objects: readonly ObjectRef[]
  readonly warnings: readonly Problem[]
}

export type CompileOptions = {
  readonly targets: readonly RenderTarget[]
  readonly kinds: readonly DocumentKind[]
  /** Comment lines that name the objects behind each block. */
  readonly annotate?: boolean
}

/** Objects → frr.conf, or every problem of the stage that found any. Pure, and the one place that chains the stages. */
export function compile(gathered: Gathered, { targets, kinds, annotate = false }: CompileOptions): Result<Compiled> {
  const parsed = parseObjects(gathered.objects, kinds)
  const found = [...gathered.problems, ...checkTwins(gathered.objects), ...parsed.problems]
  const [errors, notices] = bySeverity(found)
  if (errors.length > 0) return failed(...sortProblems([...errors, ...notices, ...parsed.warnings]))

  const { secrets, facts } = gathered
  const merged = merge({ documents: parsed.documents, settings: parsed.settings, secrets, facts })
  const slots = mergeSlots(kinds, parsed.slots, { secrets, facts })
  if (!merged.ok || !slots.ok) {
    return failed(...sortProblems([merged, slots].flatMap((result) => (result.ok ? [] : result.problems))))
  }

  const model = { ...merged.value.model, slots: slots.value.slots }
  const rendered = render({ model, targets, annotate })
  if (!rendered.ok) return rendered
  const warnings = sortProblems([...notices, ...parsed.warnings, ...merged.value.warnings, ...slots.value.warnings])
  return ok({ frrConf: rendered.value, model, objects: merged.value.objects, warnings })
}

function bySeverity(problems: readonly Problem[]): readonly [readonly Problem[], readonly Problem[]] {
  const errors = problems.filter(({ severity }) => severity === 'error')
  return [errors, problems.filter(({ severity }) => severity === 'warning')]
}
