import { align, effectiveEntries, type FilterEntry, type FilterList, type FilterListChange } from '@frrkit/frr-text'
import { fittingNumbers } from './sequence-numbers.ts'

export type FilterListPlan = {
  /** New entries, and those whose place others take. */
  readonly first: readonly string[]
  /** What goes once nothing that needs it is left. */
  readonly last: readonly string[]
  readonly result: FilterList | undefined
}

const highestNumber = 4_294_967_295

/** Takes one list to the other by single entries; those that stay keep their numbers, which mean nothing but order. */
export function planFilterList(
  before: FilterList | undefined,
  after: FilterList | undefined,
  change: Pick<FilterListChange, 'kind' | 'name' | 'removed' | 'added'>,
): FilterListPlan {
  const { kind, name } = change
  if (after === undefined) return { first: [], last: [`no ${kind} ${name}`], result: undefined }
  const had = before?.entries ?? []
  const { entries, added, gone, inTheWay } =
    isUnordered(had) && isUnordered(after.entries)
      ? planUnordered(had, change)
      : planOrdered(had, effectiveEntries(after))
  const line = ({ seq, action, match, written = match }: FilterEntry) =>
    `${kind} ${name} seq ${seq} ${action} ${written}`
  return {
    first: [...inTheWay.map((entry) => `no ${line(entry)}`), ...added.map(line)],
    last: gone.map((entry) => `no ${line(entry)}`),
    result: { kind, name, entries },
  }
}

type Entries = {
  /** All that shall be, with their numbers. */
  readonly entries: readonly FilterEntry[]
  readonly added: readonly FilterEntry[]
  readonly gone: readonly FilterEntry[]
  /** 8.4 ignores an entry, without a word, while the same one stands under another number: so that one goes before. */
  readonly inTheWay: readonly FilterEntry[]
}

/**
 * Where all entries permit, any number will do. Lists may be long: what stays is not looked at twice, and what comes is sent
 * from the highest number down. FRR goes through a list from its lowest number to the place of a new entry, unless it is the
 * highest of all; and of a batch it takes the entries in the order of their places in memory, where those that filled a
 * gap come first. Sent upwards, nearly all then go through all that is there: a hundred thousand take bgpd of 10.3 three
 * minutes of a processor, thirty thousand 15 s. Sent downwards they find their place at the beginning: 26 s and 5 s.
 */
function planUnordered(
  had: readonly FilterEntry[],
  { removed, added: wanted }: Pick<FilterListChange, 'removed' | 'added'>,
): Entries {
  const going = new Set(removed.map(({ match }) => match))
  const kept = going.size === 0 ? had : had.filter(({ match }) => !going.has(match))
  const taken = new Set(kept.map(({ seq }) => seq))
  const added = wanted.map((entry) => {
    let { seq } = entry
    while (taken.has(seq)) seq = seq === highestNumber ? 1 : seq + 1
    taken.add(seq)
    return seq === entry.seq ? entry : { ...entry, seq }
  })
  const gone = going.size === 0 ? [] : had.filter(({ match, seq }) => going.has(match) && !taken.has(seq))
  const entries = [...kept, ...added].toSorted((a, b) => a.seq - b.seq)
  return { entries, added: added.toSorted((a, b) => b.seq - a.seq), gone, inTheWay: [] }
}

function planOrdered(had: readonly FilterEntry[], wanted: readonly FilterEntry[]): Entries {
  const entries = numbered(had, wanted)
  const has = new Map(had.map((entry) => [entry.seq, entry]))
  const shall = new Map(entries.map((entry) => [entry.seq, entry]))
  const added = entries.filter((entry) => !equal(has.get(entry.seq), entry))
  const inTheWay = standingElsewhere(had, added, (entry) => equal(shall.get(entry.seq), entry))
  const freed = new Set(inTheWay.map(({ seq }) => seq))
  const gone = had.filter(({ seq }) => !shall.has(seq) && !freed.has(seq))
  return { entries, added, gone, inTheWay }
}

/** The entries that shall be, by the numbers that they get. */
function numbered(had: readonly FilterEntry[], wanted: readonly FilterEntry[]): readonly FilterEntry[] {
  const entries = align(had, wanted, ({ action, match }) => `${action} ${match}`).flatMap(({ before, after }) =>
    after === undefined ? [] : [{ after, wanted: after.seq, ...(before && { has: before.seq }) }],
  )
  const numbers = fittingNumbers(entries, highestNumber)
  return numbers === undefined ? wanted : entries.map(({ after }, i) => ({ ...after, seq: numbers[i] ?? 0 }))
}

function standingElsewhere(
  had: readonly FilterEntry[],
  added: readonly FilterEntry[],
  stays: (entry: FilterEntry) => boolean,
): readonly FilterEntry[] {
  const coming = new Map(added.map(({ match, seq }) => [match, seq]))
  return had.filter((entry) => {
    const seq = coming.get(entry.match)
    return seq !== undefined && seq !== entry.seq && !stays(entry)
  })
}

function isUnordered(entries: readonly FilterEntry[]): boolean {
  return entries.every(({ action }) => action === 'permit')
}

function equal(one: FilterEntry | undefined, other: FilterEntry): boolean {
  return one?.action === other.action && one.match === other.match
}
