import { compareText } from '@frrkit/model'
import type { RenderTarget } from '@frrkit/plugin'

const places: readonly RenderTarget['place'][] = ['head', 'body', 'tail']

/** Head, body, tail; by name within a place. Never by the order in which somebody registered them. */
export function orderTargets(targets: readonly RenderTarget[]): readonly RenderTarget[] {
  return targets.toSorted((a, b) => places.indexOf(a.place) - places.indexOf(b.place) || compareText(a.name, b.name))
}
