/** The lines that FRR reads: one blank between words, none around them; no comments, no empty lines, no headings. */
export function readLines(text: string): readonly string[] {
  const lines: string[] = []
  const spaced = oddBlanks.test(text) ? asFrr : asAnybody
  for (const raw of text.split('\n')) {
    const line = spaced(raw)
    if (line === '' || line.startsWith('!') || line.startsWith('#') || isHeading(line)) continue
    lines.push(line)
  }
  return lines
}

/**
 * What JavaScript takes for a blank, and FRR for a part of a word: a no-break space from a web page, a byte order mark, a
 * carriage return that ends no line.
 */
const oddBlanks = /[\v\f\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]|\r(?!\n|$)/

/** Nearly all texts are without them, and some are long. */
function asAnybody(raw: string): string {
  const line = raw.trim()
  return /\s\s|[^\S ]/.test(line) ? line.split(/\s+/).join(' ') : line
}

function asFrr(raw: string): string {
  return raw
    .replace(/\r+$/, '')
    .split(/[ \t]+/)
    .filter((word) => word !== '')
    .join(' ')
}

/** What vtysh prints above a running configuration. */
function isHeading(line: string): boolean {
  return line === 'Building configuration...' || line === 'Current configuration:'
}
