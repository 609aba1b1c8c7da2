/** The end of a text, at most `count` lines; it says so when something was left out. */
export function lastLines(text: string, count: number): string {
  const lines = text.trimEnd().split('\n')
  const left = lines.length - count
  return left > 0 ? [`… (${left} earlier lines)`, ...lines.slice(left)].join('\n') : lines.join('\n')
}
