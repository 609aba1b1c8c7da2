import type { Comparison } from '@frrkit/frr-text'

/**
 * Whether what is left after FRR took every line is no matter of words. A line that FRR does not show can be a default
 * value, and one in place of another the same thing in FRR's own words. But entries of lists, whole entries of
 * route-maps, routers and the filters of a neighbor that do not come, and anything that does not go, make FRR run neither
 * the old nor the new.
 */
export function isMixture({ contexts, filterLists, routeMaps }: Comparison): boolean {
  return (
    filterLists.length > 0 ||
    routeMaps.some(({ entries }) => entries.some(({ before, after }) => before === undefined || after === undefined)) ||
    contexts.some(
      ({ change, kind, added, removed }) =>
        change === 'removed' ||
        (change === 'added' && kind === 'router-bgp') ||
        (removed.length > 0 && added.length === 0) ||
        (kind === 'address-family' && added.some((line) => filter.test(line))),
    )
  )
}

/** Without it, everything is told to the neighbor, and believed. */
const filter = /^neighbor \S+ (?:route-map|prefix-list|filter-list|distribute-list) /
