/** What FRR shows behind a command, in its order. */
export const shownOrder = {
  network: ['label-index \\d+', 'route-map \\S+', 'backdoor'],
  redistribute: ['metric \\d+', 'route-map \\S+'],
  'aggregate-address': [
    'as-set',
    'summary-only',
    'route-map \\S+',
    'origin \\S+',
    'matching-MED-only',
    'suppress-map \\S+',
  ],
  'attribute-unchanged': ['as-path', 'next-hop', 'med'],
} as const

/** Options that FRR takes in any order, behind a command; a line with one that is not known stays as it is. */
export function inOrder(order: readonly string[]): (line: string, command: string, options: string) => string {
  const option = new RegExp(` (?:${order.map((pattern) => `(${pattern})`).join('|')})(?= |$)`, 'g')
  return (line, command, options) => {
    const found = [...options.matchAll(option)].map(([text, ...groups]) => ({ text, rank: groups.findIndex(Boolean) }))
    if (found.map(({ text }) => text).join('') !== options) return line
    const sorted = found.toSorted((one, other) => one.rank - other.rank)
    return command + sorted.map(({ text }) => text).join('')
  }
}
