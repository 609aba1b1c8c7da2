import type { Prefix, Problem } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'
import { notAPrefix } from './prefixes-at.ts'

/** What is accepted is given by prefixes, with lengths that FRR takes: length of the prefix ≤ ge ≤ le ≤ 32 or 128. */
export function receiveFilters(entry: NeighborEntry): readonly Problem[] {
  const { mode, prefixes = [] } = entry.spec.toReceive?.allowed ?? {}
  // `all` asks for no list, and so nobody reads the one there may be.
  if (mode === 'all') return []
  return prefixes.flatMap(({ prefix: text = '', le = 0, ge = 0 }, i) => {
    const field = `toReceive.allowed.prefixes[${i}]`
    const prefix = entry.parse(text)
    return prefix === undefined ? [notAPrefix(entry, `${field}.prefix`, text)] : lengths(entry, field, prefix, le, ge)
  })
}

function lengths(entry: NeighborEntry, field: string, prefix: Prefix, le: number, ge: number): readonly Problem[] {
  const max = prefix.family === 'ipv4' ? 32 : 128
  const problem = (reason: string) =>
    problemAt(entry, field, {
      code: 'merge/prefix-length',
      reason,
      says: prefix.text,
      beside: [
        ...(ge === 0 ? [] : [evidenceAt(entry, `${field}.ge`, `ge ${ge}`)]),
        ...(le === 0 ? [] : [evidenceAt(entry, `${field}.le`, `le ${le}`)]),
      ],
      help: `choose ge and le from ${prefix.length} to ${max}, le not less than ge; or remove them`,
    })
  if (le > max || ge > max) return [problem(`no prefix of this family is longer than ${max}`)]
  if (le !== 0 && ge > le) return [problem('ge is greater than le')]
  if (le !== 0 && le < prefix.length) return [problem('le is less than the length of the prefix')]
  if (ge !== 0 && ge < prefix.length) return [problem('ge is less than the length of the prefix')]
  return []
}
