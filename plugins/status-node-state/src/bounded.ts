/**
 * The text, or as many of its first lines as fit into so many bytes of JSON, and a line that says how many are missing.
 * Objects are stored as JSON, and the API server refuses those that are too large.
 */
export function bounded(text: string, maxBytes: number): string {
  if (jsonBytes(text) <= maxBytes) return text
  const lines = text.split('\n')
  const room = maxBytes - jsonBytes(marker(lines.length, lines.length)) - 2
  let bytes = 0
  let kept = 0
  for (const line of lines) {
    // Two for the escaped line break.
    bytes += jsonBytes(line) + 2
    if (bytes > room) break
    kept++
  }
  return [...lines.slice(0, kept), marker(lines.length - kept, lines.length)].join('\n')
}

function marker(missing: number, all: number): string {
  return `! cut by frrkit: ${missing} of ${all} lines are not shown`
}

/** Bytes of the text inside a JSON string. */
function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2
}
