const longest = 80

/** A value as a message prints it: on one line whatever was written, and not longer than a line should be. */
export function say(value: unknown): string {
  const text = typeof value === 'string' && /^[\x21-\x7e]+$/.test(value) ? value : (JSON.stringify(value) ?? 'nothing')
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}
