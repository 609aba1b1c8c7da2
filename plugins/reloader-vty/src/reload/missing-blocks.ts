import type { Comparison } from '@frrkit/frr-text'

/**
 * Blocks of which FRR shows nothing after a fallback has accepted them: vtysh drops lines without a word that are for a
 * daemon that does not run. Where FRR shows a block that nobody asked for, it may be the same one in other words.
 */
export function missingBlocks({ contexts }: Comparison): Comparison {
  const doubtful = contexts.some(({ change }) => change === 'removed')
  const missing = contexts.filter(({ change, added }) => change === 'added' && added.length > 0)
  return { contexts: doubtful ? [] : missing, filterLists: [], routeMaps: [] }
}
