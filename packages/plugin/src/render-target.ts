import type { FrrModel, Result } from '@frrkit/model'

/**
 * One part of frr.conf: a view (pure, model → plain data, no FRR words) and a Mustache template (FRR words, no
 * decisions). A tag that no view can fill is refused when the target is rendered.
 *
 * `{{> origins}}`, alone on its line, is the renderer's own partial: in an annotated frr.conf a comment line for each
 * `Origin` in the view's `origins`, otherwise nothing.
 */
export type RenderTarget = {
  readonly contract: 'render-target/v2'
  /** The package name without its scope. */
  readonly name: string
  /** Within a place, targets sort by name; never by the order of registration. */
  readonly place: 'head' | 'body' | 'tail'
  /** Mustache, without HTML escaping; tags alone on their lines leave no blank line. */
  readonly template: string
  readonly partials?: Readonly<Record<string, string>>
  /**
   * Plain data for the template, with a key for every tag, if only with the value undefined; problems name what FRR cannot
   * say. The same model gives the same view.
   */
  view(model: FrrModel): Result<object>
}

export function defineRenderTarget(target: Omit<RenderTarget, 'contract'>): RenderTarget {
  return { contract: 'render-target/v2', ...target }
}
