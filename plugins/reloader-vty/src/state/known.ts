import type { Comparison, ContextChange, FilterListChange, FrrText, RouteMapChange } from '@frrkit/frr-text'

/**
 * Differences between what is wanted and what FRR shows that are to stay: lines that FRR took and does not show, what a
 * fallback has accepted, and what somebody changed by hand when that is left alone. By key.
 */
export type Known = ReadonlySet<string>

/** A key for everything that differs. */
export function differencesOf({ contexts, filterLists, routeMaps }: Comparison): Known {
  return new Set([
    ...contexts.flatMap((context) => [
      ...(isOnlyThere(context) ? [keyOfItself(context)] : []),
      ...context.added.map((line) => keyOf(context, '+', line)),
      ...context.removed.map((line) => keyOf(context, '-', line)),
    ]),
    ...filterLists.flatMap(entryKeys),
    ...routeMaps.flatMap(mapKeys),
  ])
}

/** The comparison without what is known. Lists and route-maps stay whole: their entries only make sense together. */
export function withoutKnown(comparison: Comparison, known: Known): Comparison {
  if (known.size === 0) return comparison
  return {
    contexts: comparison.contexts.flatMap((context) => {
      const added = context.added.filter((line) => !known.has(keyOf(context, '+', line)))
      const removed = context.removed.filter((line) => !known.has(keyOf(context, '-', line)))
      const nothing = added.length + removed.length === 0
      return nothing && (!isOnlyThere(context) || known.has(keyOfItself(context)))
        ? []
        : [{ ...context, added, removed }]
    }),
    filterLists: comparison.filterLists.filter((change) => !entryKeys(change).every((key) => known.has(key))),
    routeMaps: comparison.routeMaps.filter((change) => !mapKeys(change).every((key) => known.has(key))),
  }
}

/** Whether FRR was told a line that it does not show, and that nobody wants any more: it may show it as something else. */
export function hasUnwanted(known: Known, { contexts }: FrrText): boolean {
  const told = [...known].filter((key) => lineTold.test(key))
  if (told.length === 0) return false
  const wanted = new Set(contexts.flatMap(({ path, lines }) => lines.map((line) => [...path, `+${line}`].join('\n'))))
  return told.some((key) => !wanted.has(key))
}

/** No entry of a list or route-map, and no context by itself. */
const lineTold = /(?:^|\n)\+(?!permit\b|deny\b)[^\n]+$/

/** A context that comes or goes, and has no lines of its own. */
function isOnlyThere({ change, added, removed }: ContextChange): boolean {
  return change !== 'changed' && added.length + removed.length === 0
}

function keyOfItself(context: ContextChange): string {
  return keyOf(context, context.change === 'added' ? '+' : '-', '')
}

function keyOf({ path }: ContextChange, sign: string, line: string): string {
  return [...path, `${sign}${line}`].join('\n')
}

function entryKeys({ kind, name, added, removed }: FilterListChange): readonly string[] {
  return [
    ...added.map(({ action, match }) => `${kind} ${name}\n+${action} ${match}`),
    ...removed.map(({ action, match }) => `${kind} ${name}\n-${action} ${match}`),
  ]
}

function mapKeys({ name, entries }: RouteMapChange): readonly string[] {
  const text = (sign: string, entry: RouteMapChange['entries'][number]['before']) =>
    entry === undefined ? [] : [`route-map ${name}\n${[`${sign}${entry.action}`, ...entry.lines].join('\n')}`]
  return entries.flatMap(({ before, after }) => [...text('-', before), ...text('+', after)])
}
