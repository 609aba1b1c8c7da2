import type { FrrModel, Result } from '@frrkit/model'

/**
 * One part of frr.conf: a view (pure, model → plain data, no FRR words) and a Mustache template (FRR words, no
 * decisions). A tag that no view can fill is refused when the target is registered or rendered.
 */
export type RenderTarget = {
  readonly contract: 'render-target/v1'
  /** The package name without its scope. */
  readonly name: string
  /** Within a place, targets sort by name; never by the order of registration. */
  readonly place: 'head' | 'body' | 'tail'
  /** Mustache, without HTML escaping. */
  readonly template: string
  readonly partials?: Readonly<Record<string, string>>
  /** Plain data for the template; problems name what FRR cannot say. The same model gives the same view. */
  view(model: FrrModel): Result<object>
}

export function defineRenderTarget(target: Omit<RenderTarget, 'contract'>): RenderTarget {
  return { contract: 'render-target/v1', ...target }
}
