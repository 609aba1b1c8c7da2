import type { Context } from './frr-text.ts'

/** As in neighbors.ts: a thousand neighbors ask one by one. */
const known = new WeakMap<Context, ReadonlySet<string>>()

/** Whether a line is there; prefixes, which may be many, are left aside. */
export function hasLine(context: Context | undefined, line: string): boolean {
  if (context === undefined) return false
  const lines = known.get(context) ?? new Set(context.lines.filter((each) => !each.startsWith('network ')))
  known.set(context, lines)
  return lines.has(line)
}
