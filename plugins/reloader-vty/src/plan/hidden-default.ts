import type { Release } from '@frrkit/frr-text'
import { entering, type Line, saying, topLevel } from './line.ts'
import { isDefault } from './router-blocks.ts'

/**
 * Once routes were imported from one VRF to another, bgpd only hides the default instance that is removed. When it comes
 * back with another AS, bgpd of 10.2 and 10.3 goes on with the deletion: it takes no aggregates and installs no routes, and says
 * no word. Removed once more it has the AS that it comes back with, and that ends the deletion.
 */
export function removedOnceMore(
  { version = '' }: Release,
  had: readonly string[],
  gone: readonly string[],
  come: readonly string[],
): readonly Line[] {
  const opener = come.find(isDefault)
  // Others that stay may keep it from being removed.
  const going = new Set(gone)
  const isAlone = had.every((other) => going.has(other))
  if (opener === undefined || !isAlone || !/^10\.[23]\b/.test(version)) return []
  return [entering({ kind: 'router-bgp', path: [opener] }), saying(topLevel, `no ${opener}`)]
}
