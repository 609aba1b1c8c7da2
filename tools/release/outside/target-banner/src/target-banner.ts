import { ok } from '@frrkit/model'
import { defineRenderTarget, type RenderTarget } from '@frrkit/plugin'

export type TargetBannerOptions = { readonly owner?: string }

/** One line at the top of frr.conf that says whom to call. */
export function targetBanner({ owner = 'the network team' }: TargetBannerOptions = {}): RenderTarget {
  return defineRenderTarget({
    name: 'target-banner',
    place: 'head',
    template: '! {{hostname}} belongs to {{owner}}\n',
    view: ({ hostname }) => ok({ hostname, owner }),
  })
}
