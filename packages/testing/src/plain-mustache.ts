import type { FrrModel } from '@frrkit/model'
import type { RenderTarget } from '@frrkit/plugin'
import Mustache from 'mustache'

/**
 * What one target writes, by Mustache itself: a target's tests need no renderer of ours, and ours is measured against
 * this one. `annotation` is what stands for `{{> origins}}`, nothing by default.
 */
export function renderAlone(target: RenderTarget, model: FrrModel, annotation = ''): string {
  const view = target.view(model)
  if (!view.ok) throw new Error(`BUG: ${target.name} refuses the model of a test: ${JSON.stringify(view.problems)}`)
  return Mustache.render(target.template, view.value, { ...target.partials, origins: annotation }, { escape: String })
}
