/** The data that a tag can see: the innermost section's first, then that of the sections around it. */
export type Context = {
  readonly view: unknown
  readonly parent: Context | undefined
  /** Set once a tag in here had to look further out: the text depends on more than the view. */
  leaned: boolean
}

export function context(view: unknown, parent?: Context): Context {
  return { view, parent, leaned: false }
}

/** Tags that found no data. A set in the render's hands, and not a throw, so that all of them are reported at once. */
export type Unfilled = Set<string>

/**
 * The value that a name stands for. A key that is there with the value undefined is an answer: the view has thought of
 * the tag. No such key anywhere is a misspelt tag, which plain Mustache would write as nothing without a word.
 */
export function lookup(name: string, inside: Context, unfilled: Unfilled): unknown {
  if (name === '.') return inside.view
  for (let at: Context | undefined = inside; at !== undefined; at = at.parent) {
    const { view } = at
    if (typeof view === 'object' && view !== null) {
      const value = (view as Readonly<Record<string, unknown>>)[name]
      // Names that objects inherit were refused when the template was parsed; reading first spares most own-key checks.
      if (value !== undefined || Object.hasOwn(view, name)) return value
    }
    at.leaned = true
  }
  unfilled.add(name)
  return undefined
}

/** As Mustache: 0, '', false, undefined, null and the empty list are false. */
export function truthy(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** The text of a variable. Anything but text and numbers would print as `[object Object]`, so it counts as no data. */
export function written(value: unknown, name: string, unfilled: Unfilled): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (value !== undefined && value !== null) unfilled.add(name)
  return ''
}
