import { parseFrrText } from '@frrkit/frr-text'
import { isNeighbor } from './neighbor-settings.ts'
import type { Expectation } from './probe.ts'
import { isRouteMap } from './route-map-shown.ts'

/** Whether the answer is the one that was expected. */
export function holds(expects: Expectation, answer: string): boolean {
  switch (expects.kind) {
    case 'entry':
      return isEntry(expects, answer)
    case 'no-list':
      return answer.startsWith("% Can't find specified prefix-list")
    case 'route-map':
      return isRouteMap(answer, expects)
    case 'network':
      return hasNetwork(answer) === expects.there
    case 'neighbor':
      return isNeighbor(parsed(answer), expects)
  }
}

/** `BGP:    seq 5 permit 10.0.0.0/8 (hit count: 0, refcount: 0)`, or several such lines. */
function isEntry({ list, seq, entry }: Expectation & { kind: 'entry' }, answer: string): boolean {
  const entries = [...answer.matchAll(/\bseq (\d+) (?:permit|deny) [^(\n]+/g)]
  const shown = entries.find(([, number]) => Number(number) === seq)?.[0].trim()
  if (shown === undefined || entry === undefined) return shown === undefined && entry === undefined
  if (shown === `seq ${entry.seq} ${entry.action} ${entry.match}`) return true
  const [found] = parseFrrText(`${list} ${shown}`).filterLists.flatMap((each) => each.entries)
  return found?.seq === entry.seq && found.action === entry.action && found.match === entry.match
}

/** A path of our own in the table, which FRR has at once, whatever the best path is. */
function hasNetwork(answer: string): boolean {
  const { paths = [] } = (parsed(answer) ?? {}) as {
    paths?: readonly { sourced?: boolean; removed?: boolean }[]
  }
  return paths.some(({ sourced, removed }) => sourced === true && removed !== true)
}

function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}
