import { type FilterEntry, type FilterList, type FrrText, parseFrrText } from '@frrkit/frr-text'
import type { Step } from '../plan/plan.ts'

/** A question to bgpd whose answer proves that a line was carried out. */
export type Probe = { readonly command: string; readonly expects: Expectation }

export type Expectation =
  | { readonly kind: 'entry'; readonly list: string; readonly seq: number; readonly entry: FilterEntry | undefined }
  | { readonly kind: 'network'; readonly there: boolean }

/** More questions than that cost more than to read everything. */
const mostProbes = 500

/**
 * The questions that prove a plan of prefix-list entries and networks alone, which is what most changes are: each takes
 * bgpd a fraction of a millisecond, where the whole configuration of ten thousand prefixes takes it a fifth of a second.
 * `undefined`: something else is in the plan, or too much, and the configuration has to be read.
 */
export function probesOf(steps: readonly Step[], result: FrrText): readonly Probe[] | undefined {
  if (steps.some(({ daemon }) => daemon !== 'bgpd')) return undefined
  const lists = new Map(result.filterLists.map((list) => [`${list.kind} ${list.name}`, list]))
  const entryOf = createLookup(lists)
  const probes = new Map<string, Probe>()
  let context: string[] = []
  for (const line of steps.flatMap(({ lines }) => lines).map((text) => text.trim())) {
    const [, bare = ''] = /^(?:no )?(.*)$/.exec(line) ?? []
    const [, family, name, seq] = /^(ip|ipv6) prefix-list (\S+) seq (\d+)\b/.exec(bare) ?? []
    const prefix = /^network (\S+)$/.exec(bare)?.[1]
    const table = prefix === undefined ? undefined : tableOf(context)
    if (family !== undefined) {
      const list = `${family} prefix-list ${name}`
      const command = questionFor(list, Number(seq), bare)
      if (command === undefined) return undefined
      const expects = { kind: 'entry', list, seq: Number(seq), entry: entryOf(list, Number(seq)) } as const
      probes.set(`${command} ${seq}`, { command, expects })
    } else if (table !== undefined) {
      const command = `show bgp ${table} ${prefix} json`
      probes.set(command, { command, expects: { kind: 'network', there: bare === line } })
    } else if (/^(?:router bgp|address-family) /.test(line)) context = [...context, line]
    else if (/^exit(?:-address-family)?$/.test(line)) context = context.slice(0, -1)
    else return undefined
    if (probes.size > mostProbes) return undefined
  }
  return [...probes.values()]
}

/** bgpd reads the number in a `show` as a signed one of 32 bits, and says that there is no entry of a larger one. */
const largestShown = 2 ** 31 - 1

function questionFor(list: string, seq: number, line: string): string | undefined {
  if (seq <= largestShown) return `show ${list} seq ${seq}`
  const prefix = / (?:permit|deny) (\S+\/\d+)/.exec(line)?.[1]
  return prefix && `show ${list} ${prefix}`
}

/** Finds entries by their numbers, in the lists that are asked for alone: others may be long. */
function createLookup(lists: ReadonlyMap<string, FilterList>): (list: string, seq: number) => FilterEntry | undefined {
  const known = new Map<string, ReadonlyMap<number, FilterEntry>>()
  return (list, seq) => {
    const bySeq = known.get(list) ?? new Map(lists.get(list)?.entries.map((entry) => [entry.seq, entry]))
    known.set(list, bySeq)
    return bySeq.get(seq)
  }
}

/** `vrf red ipv4 unicast` */
function tableOf([router = '', family = '', ...deeper]: readonly string[]): string | undefined {
  const [, vrf] = /^router bgp \d+(?: vrf (\S+))?$/.exec(router) ?? [undefined, undefined]
  const unicast = /^address-family (ipv[46] unicast)$/.exec(family)?.[1]
  if (!router.startsWith('router bgp') || / view /.test(router) || unicast === undefined || deeper.length > 0)
    return undefined
  return vrf === undefined ? unicast : `vrf ${vrf} ${unicast}`
}

/** Whether the answer is the one that was expected. */
export function holds(expects: Expectation, answer: string): boolean {
  return expects.kind === 'entry' ? isEntry(expects, answer) : hasNetwork(answer) === expects.there
}

/** `BGP:    seq 5 permit 10.0.0.0/8 (hit count: 0, refcount: 0)`, or several such lines. */
function isEntry({ list, seq, entry }: Expectation & { kind: 'entry' }, answer: string): boolean {
  const entries = [...answer.matchAll(/\bseq (\d+) (?:permit|deny) [^(\n]+/g)]
  const shown = entries.find(([, number]) => Number(number) === seq)?.[0].trim()
  if (shown === undefined || entry === undefined) return shown === undefined && entry === undefined
  const [found] = parseFrrText(`${list} ${shown}`).filterLists.flatMap((each) => each.entries)
  return found?.seq === entry.seq && found.action === entry.action && found.match === entry.match
}

/** A path of our own in the table, which FRR has at once, whatever the best path is. */
function hasNetwork(answer: string): boolean {
  try {
    const { paths = [] } = JSON.parse(answer) as { paths?: readonly { sourced?: boolean; removed?: boolean }[] }
    return paths.some(({ sourced, removed }) => sourced === true && removed !== true)
  } catch {
    return false
  }
}
