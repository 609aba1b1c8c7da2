import { align, effectiveEntries, type FilterEntry, type FilterList } from '@frrkit/frr-text'
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
export function planFilterList(before: FilterList | undefined, after: FilterList | undefined): FilterListPlan {
  const { kind, name } = oneOf(before, after)
  if (after === undefined) return { first: [], last: [`no ${kind} ${name}`], result: undefined }
  const line = ({ seq, action, match }: FilterEntry) => `${kind} ${name} seq ${seq} ${action} ${match}`
  const had = before?.entries ?? []
  const entries = numbered(had, effectiveEntries(after))
  const has = new Map(had.map((entry) => [entry.seq, entry]))
  const shall = new Map(entries.map((entry) => [entry.seq, entry]))
  const added = entries.filter((entry) => !equal(has.get(entry.seq), entry))
  const gone = had.filter(({ seq }) => !shall.has(seq))
  // 8.4 ignores an entry, without a word, while the same one stands under another number.
  const inTheWay = standingElsewhere(had, added, (entry) => equal(shall.get(entry.seq), entry))
  const freed = new Set(inTheWay.map(({ seq }) => seq))
  return {
    first: [...inTheWay.map((entry) => `no ${line(entry)}`), ...added.map(line)],
    last: gone.filter(({ seq }) => !freed.has(seq)).map((entry) => `no ${line(entry)}`),
    result: { kind, name, entries },
  }
}

/** The entries that shall be, by the numbers that they get. */
function numbered(had: readonly FilterEntry[], wanted: readonly FilterEntry[]): readonly FilterEntry[] {
  if (!isUnordered(had) || !isUnordered(wanted)) return numberedInOrder(had, wanted)
  const numbers = new Map(had.toReversed().map(({ match, seq }) => [match, seq]))
  const taken = new Set(wanted.flatMap(({ match }) => numbers.get(match) ?? []))
  return wanted
    .map((entry) => {
      const kept = numbers.get(entry.match)
      if (kept !== undefined) return kept === entry.seq ? entry : { ...entry, seq: kept }
      let { seq } = entry
      while (taken.has(seq)) seq = seq === highestNumber ? 1 : seq + 1
      taken.add(seq)
      return seq === entry.seq ? entry : { ...entry, seq }
    })
    .toSorted((a, b) => a.seq - b.seq)
}

function numberedInOrder(had: readonly FilterEntry[], wanted: readonly FilterEntry[]): readonly FilterEntry[] {
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

function oneOf(before: FilterList | undefined, after: FilterList | undefined): FilterList {
  const list = after ?? before
  if (list === undefined) throw new Error('BUG: a change of no list')
  return list
}
