import type { FilterEntry, FilterList, FrrText } from '@frrkit/frr-text'
import type { Step } from '../plan/plan.ts'
import { createNeighborProbes } from './neighbor-probes.ts'
import type { Probe } from './probe.ts'
import { isPlainRouteMap } from './route-map-shown.ts'
import { familyOf, showTable } from './table.ts'

/** Milliseconds that bgpd of 10.3 and we take for a question, and for a line of the whole configuration. */
const cost = { question: 0.075, line: 0.015 }
/** Fewer than that are always worth it, more than that never. */
const [few, many] = [8, 500]

/**
 * The questions that prove a plan of what most changes are made of: prefix-list entries, networks, plain route-maps,
 * neighbors. Each takes bgpd a fraction of a millisecond, where the whole configuration of ten thousand prefixes takes it
 * a fifth of a second. `undefined`: something else is in the plan, or too much, and the configuration has to be read.
 */
export function probesOf(steps: readonly Step[], result: FrrText): readonly Probe[] | undefined {
  if (steps.some(({ daemon }) => daemon !== 'bgpd')) return undefined
  const most = mostQuestions(result)
  const maps = new Map(result.routeMaps.map((map) => [map.name, map.entries]))
  const lists = new Map(result.filterLists.map((list) => [`${list.kind} ${list.name}`, list]))
  const entryOf = createLookup(lists)
  const neighbors = createNeighborProbes(result)
  const probes = new Map<string, Probe>()
  const policyProbe = (line: string, bare: string): Probe | undefined => {
    const [, list = '', seq] = /^(ip(?:v6)? prefix-list \S+)(?: seq (\d+)\b|$)/.exec(bare) ?? []
    if (seq !== undefined) {
      const command = questionFor(list, Number(seq), bare)
      return command === undefined
        ? undefined
        : { command, expects: { kind: 'entry', list, seq: Number(seq), entry: entryOf(list, Number(seq)) } }
    }
    if (list !== '') {
      return line === bare || lists.has(list) ? undefined : { command: `show ${list}`, expects: { kind: 'no-list' } }
    }
    const name = /^route-map (\S+)(?: (?:permit|deny) \d+)?$/.exec(bare)?.[1]
    if (name === undefined) return undefined
    const command = `show route-map ${name}`
    // Each entry comes by a line of its own.
    const known = probes.get(keyOf({ command }))
    const entries = maps.get(name) ?? []
    if (known !== undefined || !isPlainRouteMap(entries)) return known
    return { command, expects: { kind: 'route-map', name, entries } }
  }

  let context: string[] = []
  for (const line of steps.flatMap(({ lines }) => lines).map((text) => text.trim())) {
    const [, bare = ''] = /^(?:no )?(.*)$/.exec(line) ?? []
    const inRouteMap = context[0]?.startsWith('route-map ') === true
    if (/^exit(?:-address-family)?$/.test(line)) context = context.slice(0, -1)
    else if (/^(?:router bgp|address-family) /.test(line)) context = [...context, line]
    else if (context.length === 0) {
      const probe = policyProbe(line, bare)
      if (probe === undefined) return undefined
      probes.set(keyOf(probe), probe)
      if (line.startsWith('route-map ')) context = [line]
      // What stands in a route-map is seen when the whole of it is asked for.
    } else if (!inRouteMap) {
      const prefix = /^network (\S+)$/.exec(bare)?.[1]
      const table = prefix === undefined ? undefined : showTable(context)
      if (table !== undefined) {
        const command = `${table} ${prefix} json`
        probes.set(command, { command, expects: { kind: 'network', there: bare === line } })
      } else if (!neighbors.take(context, line, familyOf(context))) return undefined
    }
    if (probes.size + neighbors.count() > most) return undefined
  }
  return [...probes.values(), ...neighbors.probes()]
}

function keyOf({ command, expects }: Pick<Probe, 'command'> & Partial<Probe>): string {
  return expects?.kind === 'entry' ? `${command} ${expects.seq}` : command
}

/** More questions than that cost more than to read everything. */
function mostQuestions({ contexts, filterLists, routeMaps }: FrrText): number {
  const inside = [...contexts.map(({ lines }) => lines), ...filterLists.map(({ entries }) => entries)]
  const lines = inside.reduce((sum, { length }) => sum + length, routeMaps.length)
  return Math.min(many, Math.max(few, (lines * cost.line) / cost.question))
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
