/**
 * How many values a reader meets who follows every alias: a few lines of YAML can be billions. Infinite where something
 * contains itself, in which a reader would never come to an end.
 */
export function unfoldedSize(value: unknown, known: Map<object, number> = new Map()): number {
  if (typeof value !== 'object' || value === null) return 1
  const before = known.get(value)
  if (before !== undefined) return before
  // Whoever meets it again before it is counted is inside of it.
  known.set(value, Infinity)
  const size = Object.values(value).reduce<number>((sum, child) => sum + unfoldedSize(child, known), 1)
  known.set(value, size)
  return size
}
