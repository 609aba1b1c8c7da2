import { parseFrrText, type RouteMap, type RouteMapEntry } from '@frrkit/frr-text'

/** Entries that bgpd shows in words that are those of the configuration: what they match and set, and nothing else. */
export function isPlainRouteMap(entries: readonly RouteMapEntry[]): boolean {
  return entries.every(({ lines }) => lines.every((line) => /^(?:match|set) /.test(line)))
}

/** Whether bgpd's answer to `show route-map NAME` shows these entries and no others. */
export function isRouteMap(answer: string, { name, entries }: RouteMap): boolean {
  const shown = shownEntries(answer, name)
  if (shown === undefined || shown.length !== entries.length) return false
  return entries.every((entry, i) => isSame(entry, shown[i]))
}

function isSame(entry: RouteMapEntry, other: RouteMapEntry | undefined): boolean {
  if (other === undefined || entry.seq !== other.seq || entry.action !== other.action) return false
  const lines = new Set(other.lines)
  return lines.size === entry.lines.length && entry.lines.every((line) => lines.has(line))
}

const headings: Readonly<Record<string, string>> = { 'Match clauses:': 'match', 'Set clauses:': 'set' }

/** What the answer says as a configuration says it; undefined where there is a word in it that nobody here expects. */
function shownEntries(answer: string, name: string): readonly RouteMapEntry[] | undefined {
  const text: string[] = []
  let verb: string | undefined
  let action = false
  for (const line of answer.split('\n').map((each) => each.trim())) {
    const [, permit, seq] = /^(permit|deny), sequence (\d+) Invoked /.exec(line) ?? []
    if (permit !== undefined) {
      text.push(`route-map ${name} ${permit} ${seq}`)
      verb = undefined
      action = false
    } else if (line in headings) verb = headings[line]
    else if (line === 'Call clause:') verb = undefined
    else if (line === 'Action:') action = true
    else if (action ? line === 'Exit routemap' : isFrame(line, name)) continue
    else if (verb !== undefined) text.push(` ${verb} ${line}`)
    else if (line !== '') return undefined
  }
  return parseFrrText(text.join('\n')).routeMaps.flatMap(({ entries }) => entries)
}

function isFrame(line: string, name: string): boolean {
  return line === '' || line === 'BGP:' || line.startsWith(`route-map: ${name} `) || line.endsWith(' not found')
}
