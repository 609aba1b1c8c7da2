/** A frr.conf in a form that is equal for texts that mean the same to FRR. */
export type Canon = {
  /** Lines by the block they stand in (`router bgp 1 > address-family ipv4 unicast`), sorted, each once. */
  readonly blocks: Readonly<Record<string, readonly string[]>>
  /** Prefix-lists by family and name; entries by their numbers, or sorted where that order says nothing. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  /** Route-maps by name: each entry is its action and its lines, in the order of their numbers. */
  readonly maps: Readonly<Record<string, readonly (readonly string[])[]>>
}

type ListEntry = { readonly number: number; readonly rule: string }
type MapEntry = { readonly action: string; readonly lines: Set<string> }
type Found = {
  readonly blocks: Map<string, Set<string>>
  readonly lists: Map<string, ListEntry[]>
  readonly maps: Map<string, Map<number, MapEntry>>
}
/** Where the next line belongs: into a block, or into an entry of a route-map. */
type Position = { readonly path: readonly string[]; readonly entry?: MapEntry }

const top: Position = { path: [] }

export function canon(text: string): Canon {
  const found: Found = { blocks: new Map(), lists: new Map(), maps: new Map() }
  let position = top
  for (const raw of text.split('\n')) {
    const line = raw.trim().replace(/\s+/g, ' ')
    if (line !== '' && !/^[!#]/.test(line)) position = take(line, position, found)
  }
  return {
    blocks: record(found.blocks, (lines) => [...lines].toSorted()),
    lists: record(found.lists, rulesOf),
    maps: record(found.maps, entriesOf),
  }
}

/** Puts one line where it belongs, and says where the next one does. */
function take(line: string, position: Position, found: Found): Position {
  return (
    takePrefixList(line, found) ??
    takeRouteMap(line, position, found) ??
    takeExit(line, position) ??
    takeBlock(line, position, found) ??
    takePlain(line, position, found)
  )
}

function takePrefixList(line: string, { lists }: Found): Position | undefined {
  const match = /^(ip|ipv6) prefix-list (\S+) (?:seq (\d+) )?(permit|deny) (\S+)(.*)$/.exec(line)
  if (match === null) return undefined
  const [, family = '', name = '', number, action = '', prefix = '', range = ''] = match
  const entries = at(lists, `${family} ${name}`, () => [])
  // FRR takes `ge` and `le` in either order, and numbers in fives what nobody has numbered.
  const lengths = ['ge', 'le'].flatMap((word) => new RegExp(`\\b${word} \\d+`).exec(range)?.[0] ?? [])
  entries.push({
    number: number === undefined ? (entries.at(-1)?.number ?? 0) + 5 : Number(number),
    rule: [action, prefix, ...lengths].join(' '),
  })
  return top
}

function takeRouteMap(line: string, { entry }: Position, { maps }: Found): Position | undefined {
  const [, name = '', action = '', number = ''] = /^route-map (\S+) (permit|deny) (\d+)$/.exec(line) ?? []
  if (name !== '') {
    const entries = at(maps, name, () => new Map())
    const known = entries.get(Number(number))
    const next = known?.action === action ? known : { action, lines: new Set<string>() }
    entries.set(Number(number), next)
    return { path: [], entry: next }
  }
  if (entry === undefined || !/^(no )?(match|set|on-match|call|continue|description)\b/.test(line)) return undefined
  entry.lines.add(line)
  return { path: [], entry }
}

function takeExit(line: string, { path }: Position): Position | undefined {
  if (/^(end|exit-vrf|exit-route-map)$/.test(line)) return top
  return /^exit(-address-family|-vni)?$/.test(line) ? { path: path.slice(0, -1) } : undefined
}

/** Blocks by what they open in; the depth at which a line opens is the number of blocks around it. */
const openers: readonly { readonly line: RegExp; readonly within: RegExp | undefined; readonly depth: number }[] = [
  { line: /^(router|interface|vrf|bfd|line|rpki|segment-routing)( |$)/, within: undefined, depth: 0 },
  { line: /^(key chain|nexthop-group) /, within: undefined, depth: 0 },
  { line: /^address-family /, within: /^router /, depth: 1 },
  { line: /^(profile|peer) /, within: /^bfd$/, depth: 1 },
  { line: /^vni \d+$/, within: /^router /, depth: 2 },
]

function takeBlock(line: string, { path }: Position, { blocks }: Found): Position | undefined {
  const opener = openers.find(
    ({ line: opens, within, depth }) =>
      opens.test(line) && path.length >= depth && (within === undefined || within.test(path[0] ?? '')),
  )
  if (opener === undefined) return undefined
  const inner = [...path.slice(0, opener.depth), line]
  at(blocks, inner.join(' > '), () => new Set())
  return { path: inner }
}

/** Commands that exist at the top alone: FRR leaves every block to take one. */
const global = new RegExp(
  `^(no )?(${[
    '(ip|ipv6) (nht|route|forwarding|access-list|protocol)',
    'bgp (as-path|(large-|ext)?community-list)',
    'log|debug|hostname|frr|service|password|enable|access-list',
  ].join('|')})( |$)`,
)

function takePlain(line: string, { path }: Position, { blocks }: Found): Position {
  const next = global.test(line) ? top : { path }
  at(blocks, next.path.join(' > '), () => new Set()).add(line)
  return next
}

/** A list that only permits lets the same through in any order. */
function rulesOf(entries: readonly ListEntry[]): readonly string[] {
  const rules = entries.toSorted((a, b) => a.number - b.number).map(({ rule }) => rule)
  return rules.every((rule) => rule.startsWith('permit ')) ? [...new Set(rules)].toSorted() : rules
}

function entriesOf(entries: ReadonlyMap<number, MapEntry>): readonly (readonly string[])[] {
  const sorted = [...entries].toSorted(([a], [b]) => a - b)
  return sorted.map(([, { action, lines }]) => [action, ...[...lines].toSorted()])
}

/** The value of a key, which a first one is made for. */
function at<Value>(map: Map<string, Value>, key: string, first: () => Value): Value {
  const value = map.get(key) ?? first()
  map.set(key, value)
  return value
}

function record<From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): Readonly<Record<string, To>> {
  return Object.fromEntries([...map].map(([key, value]) => [key, change(value)]))
}
