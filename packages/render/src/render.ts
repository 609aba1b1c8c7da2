import { type FrrModel, failed, ok, type Problem, type Result, sortProblems } from '@frrkit/model'
import type { RenderTarget } from '@frrkit/plugin'
import { commentLines } from './annotate.ts'
import { type CompiledTemplate, compileTemplate } from './compile-template.ts'
import { orderTargets } from './order-targets.ts'
import { brokenTemplate, unfilledTag } from './template-problems.ts'

export type RenderInput = {
  readonly model: FrrModel
  readonly targets: readonly RenderTarget[]
  /** Adds comment lines that name who asked for what follows; FRR reads the same configuration. */
  readonly annotate?: boolean
}

/** The frr.conf of a model: what every target writes, in order. The same input gives the same bytes. */
export function render({ model, targets, annotate = false }: RenderInput): Result<string> {
  const texts = orderTargets(targets).map((target) => renderTarget(target, model, compiledOnce(target, annotate)))
  const problems = texts.flatMap((text) => (text.ok ? [] : text.problems))
  if (problems.length > 0) return failed(...sortProblems(problems))
  // Adding, not joining: whoever writes the text copies it anyway, and that is once enough for ten megabytes.
  return ok(texts.reduce((all, text) => all + (text.ok ? closed(text.value) : ''), ''))
}

/** Whatever comes next begins a line of its own. */
function closed(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/** What one target writes, as it is. */
export function renderTarget(
  target: RenderTarget,
  model: FrrModel,
  { refusals, fill }: CompiledTemplate,
): Result<string> {
  const problems: readonly Problem[] = refusals.map((refusal) => brokenTemplate(target, refusal))
  if (problems.length > 0) return failed(...problems)
  const view = target.view(model)
  if (!view.ok) return view
  const { text, unfilled } = fill(view.value)
  if (unfilled.length > 0) return failed(...unfilled.map((tag) => unfilledTag(target, tag)))
  return ok(text)
}

// Compiling is pure, and a daemon renders the same few targets as long as it lives; the target is the key, so that
// nothing outlives it.
const compiled = new WeakMap<RenderTarget, Map<boolean, CompiledTemplate>>()

function compiledOnce(target: RenderTarget, annotate: boolean): CompiledTemplate {
  const known = compiled.get(target) ?? new Map<boolean, CompiledTemplate>()
  compiled.set(target, known)
  const before = known.get(annotate)
  if (before !== undefined) return before
  const { template, partials = {} } = target
  const fresh = compileTemplate({ template, partials, origins: annotate ? commentLines : undefined })
  known.set(annotate, fresh)
  return fresh
}
