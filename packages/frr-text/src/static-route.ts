/** In the order in which FRR shows them; it takes them in any. */
const order = ['tag', 'distance', 'label', 'nexthop-vrf', 'table', 'onlink', 'color', 'bfd'] as const
const bfdOrder = ['multi-hop', 'source', 'profile'] as const

const keyword = /^(?:tag|label|nexthop-vrf|table|onlink|color|bfd|\d+)$/
const route = /^((?:no )?ip(?:v6)? route (?:[^\s/]+ [\d.]+|\S+)(?: from \S+)?) (\S+)(.*)$/

/** A static route in the words that FRR shows; as it is, where a word is not known. A distance of 1 is not shown. */
export function spellStaticRoute(line: string): string {
  const [, command, hop = '', rest = ''] = route.exec(line) ?? []
  if (command === undefined) return line
  const words = rest.split(' ').filter(Boolean)
  const hasInterface = /[.:]/.test(hop) && words[0] !== undefined && !keyword.test(words[0])
  const options = readOptions(hasInterface ? words.slice(1) : words)
  if (options === undefined) return line
  const shown = order.flatMap((name) => options.get(name) ?? [])
  return [command, hop, ...(hasInterface ? words.slice(0, 1) : []), ...shown].join(' ')
}

function readOptions(words: readonly string[]): ReadonlyMap<string, readonly string[]> | undefined {
  const found = new Map<string, readonly string[]>()
  let left = words
  while (left[0] !== undefined) {
    const [word, value] = left
    let taken = 1
    if (/^\d+$/.test(word)) found.set('distance', word === '1' ? [] : [word])
    else if (word === 'onlink') found.set(word, [word])
    else if (word === 'bfd') {
      const details = readBfd(left.slice(1))
      found.set(word, [word, ...details])
      taken = 1 + details.length
    } else if (keyword.test(word) && value !== undefined) {
      found.set(word, [word, value])
      taken = 2
    } else return undefined
    left = left.slice(taken)
  }
  return found
}

function readBfd(words: readonly string[]): readonly string[] {
  const found = new Map<string, readonly string[]>()
  let left = words
  while (left[0] !== undefined && bfdOrder.some((name) => name === left[0])) {
    const details = left.slice(0, left[0] === 'multi-hop' ? 1 : 2)
    found.set(left[0], details)
    left = left.slice(details.length)
  }
  return bfdOrder.flatMap((name) => found.get(name) ?? [])
}
