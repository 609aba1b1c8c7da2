import { firstFrom } from './first-from.ts'
import type { RouteMap, RouteMapEntry } from './frr-text.ts'

/** An entry with what makes it equal to another one. */
export type ComparableEntry = { readonly entry: RouteMapEntry; readonly key: string }

/** Numbers mean order and nothing else, so that a jump leads to the nth entry and not to a number. */
export function comparableEntries(map: RouteMap | undefined): readonly ComparableEntry[] {
  const entries = map?.entries ?? []
  return entries.map((entry, i) => {
    const lines = entry.lines.map((line) => {
      const [, number] = /^on-match goto (\d+)$/.exec(line) ?? []
      return number === undefined ? line : `on-match goto +${stepsTo(Number(number), i, entries)}`
    })
    return { entry, key: [entry.action, ...lines.toSorted()].join('\n') }
  })
}

/** Where the entry stands that FRR goes to: the first that has the number, or a higher one. */
export function entryFrom(entries: readonly RouteMapEntry[], number: number): number {
  return firstFrom(entries, ({ seq }) => seq >= number)
}

function stepsTo(number: number, from: number, entries: readonly RouteMapEntry[]): number {
  return entryFrom(entries, number) - from
}
