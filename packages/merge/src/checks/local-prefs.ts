import type { Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { decorations } from './decorations.ts'

/** Local preferences go to prefixes that are advertised. That a prefix has only one is for the rule to say. */
export function localPrefs(entry: NeighborEntry): readonly Problem[] {
  const entries = entry.spec.toAdvertise?.withLocalPref ?? []
  return decorations(
    entry,
    entries.map(({ localPref = 0, prefixes }, i) => ({
      field: `toAdvertise.withLocalPref[${i}]`,
      what: `local preference ${localPref}`,
      prefixes,
    })),
  )
}
