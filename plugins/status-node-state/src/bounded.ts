/**
 * The text, cleaned, or as many of its first lines as fit into so many bytes of JSON, and a line that says how many are missing.
 * Objects are stored as JSON, and the API server refuses those that are too large.
 */
export function bounded(text: string, maxBytes: number, clean: (text: string) => string = (same) => same): string {
  const near = firstLines(text, 2 * maxBytes)
  const cleaned = clean(near)
  if (near === text && jsonBytes(cleaned) <= maxBytes) return cleaned
  const all = countLines(text)
  const room = maxBytes - jsonBytes(marker(all, all)) - 2
  const lines = cleaned.split('\n')
  let bytes = 0
  let kept = 0
  for (const line of lines) {
    // Two for the escaped line break.
    bytes += jsonBytes(line) + 2
    if (bytes > room) break
    kept++
  }
  return [...lines.slice(0, kept), marker(all - kept, all)].join('\n')
}

/** Of ten megabytes, what cannot be shown is not looked at either; `clean` may make of a line a shorter one, and never two. */
function firstLines(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, Math.max(0, text.lastIndexOf('\n', length)))
}

function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
  return lines
}

function marker(missing: number, all: number): string {
  return `! cut by frrkit: ${missing} of ${all} lines are not shown`
}

/** Bytes of the text inside a JSON string. */
function jsonBytes(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2
}
