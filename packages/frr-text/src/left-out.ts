import type { ContextKind } from './contexts.ts'
import type { Context } from './frr-text.ts'
import { type LeftOut, leftOut } from './left-out-rules.ts'
import { isAmong, type Release } from './release.ts'

/** Contexts that mean nothing while they are empty. */
export const emptyMeansNothing: ReadonlySet<ContextKind> = new Set([
  'line-vty',
  'vrf',
  'interface',
  'bfd',
  'address-family',
  'evpn',
])

const leftOutIn = Map.groupBy(leftOut, (row) => row.in)

/** The contexts as an FRR of that release would show them, as far as the table knows. */
export function withoutLeftOut(contexts: readonly Context[], release: Release): readonly Context[] {
  const byPath = new Map(contexts.map((context) => [context.path.join('\n'), context]))
  return contexts.flatMap((context) => {
    const rows = (leftOutIn.get(context.kind) ?? []).filter((row) => appliesTo(row, release))
    // Of ten thousand lines, most are such, and no row is about them.
    const isLeftOut = (line: string) =>
      !line.startsWith('network ') && rows.some((row) => matches(row, line, context, byPath))
    const lines = context.lines.filter((line) => !isLeftOut(line))
    if (lines.length === 0 && emptyMeansNothing.has(context.kind)) return []
    return [lines.length === context.lines.length ? context : { ...context, lines }]
  })
}

function appliesTo(row: LeftOut, release: Release): boolean {
  return isAmong(release, row) && (row.defaults ?? profileOf(release)) === profileOf(release)
}

function profileOf({ defaults = 'traditional' }: Release): string {
  return defaults
}

function matches({ line: pattern, when }: LeftOut, line: string, context: Context, all: ReadonlyMap<string, Context>) {
  const groups = pattern.exec(line)
  return groups !== null && (when === undefined || when(context, groups.slice(1), all))
}
