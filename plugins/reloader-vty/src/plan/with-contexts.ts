/** A line and the contexts around it; without a line, the innermost context itself. */
type InContext = { readonly path: readonly string[]; readonly line?: string }

/** The lines with those that enter and leave their contexts; `exit` leaves every kind of context, also in a batch. */
export function withContexts(commands: readonly InContext[]): readonly string[] {
  const lines: string[] = []
  let current: readonly string[] = []
  const goTo = (path: readonly string[]): void => {
    const common = sharedLength(current, path)
    for (let depth = current.length; depth > common; depth--) lines.push('exit')
    lines.push(...path.slice(common))
    current = path
  }
  for (const { path, line } of commands) {
    goTo(path)
    if (line !== undefined) lines.push(line)
  }
  goTo([])
  return lines
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const different = one.findIndex((opener, i) => opener !== other[i])
  return different < 0 ? one.length : different
}
