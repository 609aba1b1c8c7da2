/**
 * What all daemons show, as one configuration: each block once, also where several daemons have it. For people to read,
 * and for a fallback to go back to; the blocks stand in the order of the daemons.
 */
export function oneText(texts: Iterable<string>): string {
  const blocks = new Set([...texts].flatMap(blocksOf))
  return `${[...blocks].join('\n!\n')}\n!\n`
}

/** Top-level lines, each with what is indented below it and the line that leaves it. */
function blocksOf(text: string): readonly string[] {
  const blocks: string[][] = []
  for (const line of text.split('\n')) {
    if (line.startsWith(' ') || closer.test(line)) blocks.at(-1)?.push(line)
    else if (line !== '' && !line.startsWith('!')) blocks.push([line])
  }
  return blocks.map((lines) => lines.join('\n'))
}

const closer = /^(?:exit|exit-\S+|end)$/
