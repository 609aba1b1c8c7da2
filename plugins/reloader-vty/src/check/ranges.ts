/** Why the lengths of a prefix-list entry do not fit: the prefix's own, ge and le have to rise. */
export function rangeComplaint(match: string): string | undefined {
  const [, text, ge, le] = /\/(\d+)(?: ge (\d+))?(?: le (\d+))?$/.exec(match) ?? []
  const length = Number(text)
  if (ge !== undefined && Number(ge) < length) return `ge ${ge} is less than the ${length} bits of the prefix`
  if (le !== undefined && Number(le) < length) return `le ${le} is less than the ${length} bits of the prefix`
  return ge !== undefined && le !== undefined && Number(le) < Number(ge) ? `le ${le} is less than ge ${ge}` : undefined
}
