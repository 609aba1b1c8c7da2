/** The lines that FRR reads: one blank between words, none around them; no comments, no empty lines, no headings. */
export function readLines(text: string): readonly string[] {
  const lines: string[] = []
  for (const raw of text.split('\n')) {
    const line = raw.trim()
    if (line === '' || line.startsWith('!') || line.startsWith('#') || isHeading(line)) continue
    lines.push(/\s\s|[^\S ]/.test(line) ? line.split(/\s+/).join(' ') : line)
  }
  return lines
}

/** What vtysh prints above a running configuration. */
function isHeading(line: string): boolean {
  return line === 'Building configuration...' || line === 'Current configuration:'
}
