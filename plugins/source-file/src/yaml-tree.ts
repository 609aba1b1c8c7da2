import { EVENT_ID, type Event, getScalarValue, parseEvents } from 'js-yaml'

/** A node of a YAML text: where it stands, and what is below it, by key (`asn`) or index (`[0]`). */
export type YamlNode = { readonly offset: number; readonly below: ReadonlyMap<string, YamlNode> }

/** One tree for each document of the text. Aliases are leaves: what they stand for is written elsewhere. */
export function yamlTrees(text: string): readonly YamlNode[] {
  const events = parseEvents(text, {})
  const trees: YamlNode[] = []
  for (let i = 0; i < events.length; ) {
    const [tree, next] = readNode({ text, events }, i + 1, 0)
    trees.push(tree)
    // One event closes the document.
    i = next + 1
  }
  return trees
}

type Stream = { readonly text: string; readonly events: readonly Event[] }

function readNode(stream: Stream, i: number, fallback: number): readonly [YamlNode, next: number] {
  const event = eventAt(stream, i)
  const offset = offsetOf(event, stream.text) ?? fallback
  const below = new Map<string, YamlNode>()
  if (event.type !== EVENT_ID.MAPPING && event.type !== EVENT_ID.SEQUENCE) {
    return [{ offset, below }, event.type === EVENT_ID.POP ? i : i + 1]
  }
  let at = i + 1
  while (eventAt(stream, at).type !== EVENT_ID.POP) {
    const key = eventAt(stream, at)
    const isEntry = event.type === EVENT_ID.MAPPING
    const [, afterKey] = isEntry ? readNode(stream, at, offset) : [undefined, at]
    const [value, next] = readNode(stream, afterKey, offset)
    // An entry begins at its key: that is the line in which a reader finds the field's name.
    const start = isEntry ? (offsetOf(key, stream.text) ?? value.offset) : value.offset
    below.set(isEntry ? keyText(key, stream.text) : `[${below.size}]`, { offset: start, below: value.below })
    at = next
  }
  return [{ offset, below }, at + 1]
}

function keyText(event: Event, text: string): string {
  return event.type === EVENT_ID.SCALAR && event.valueStart >= 0 ? getScalarValue(text, event) : ''
}

function offsetOf(event: Event, text: string): number | undefined {
  switch (event.type) {
    case EVENT_ID.MAPPING:
    case EVENT_ID.SEQUENCE:
      return event.start
    case EVENT_ID.ALIAS:
      return event.anchorStart - 1
    case EVENT_ID.SCALAR:
      if (event.valueStart < 0) return undefined
      return /['"]/.test(text[event.valueStart - 1] ?? '') ? event.valueStart - 1 : event.valueStart
    default:
      return undefined
  }
}

function eventAt({ events }: Stream, i: number): Event {
  const event = events[i]
  if (event === undefined) throw new Error(`BUG: the YAML events end at ${i}, inside a node`)
  return event
}
