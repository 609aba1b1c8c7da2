import type { Comparison } from '@frrkit/frr-text'
import { redactFrrText } from '@frrkit/model'

const mostLines = 10

/**
 * The differences for people, secrets hidden: `+` is wanted and not there, `-` is there and not wanted, `~` is there and
 * differs in what is hidden or inside. A long list is cut: after a restart everything is missing.
 */
export function describeDifferences(comparison: Comparison): string {
  const shown: string[] = []
  let left = 0
  for (const line of differences(comparison)) {
    if (shown.length < mostLines) shown.push(redactFrrText(line))
    else left++
  }
  return [...shown.flatMap(asChange), ...(left > 0 ? [`… (${left} more)`] : [])].join('\n')
}

/** Two lines that only differ in a secret would read as one that comes and goes. */
function asChange(line: string, _: number, shown: readonly string[]): readonly string[] {
  const rest = line.slice(1)
  if (!shown.includes(`+${rest}`) || !shown.includes(`-${rest}`)) return [line]
  return line.startsWith('-') ? [`~${rest}`] : []
}

/** One at a time: there may be hundreds of thousands, of which few are shown. */
function* differences({ contexts, filterLists, routeMaps }: Comparison): Generator<string> {
  for (const { change, path, added, removed } of contexts) {
    const inside = (line: string) => [...path, line].join(' / ')
    if (change !== 'changed' && path.length > 0) yield `${change === 'added' ? '+' : '-'} ${path.join(' / ')}`
    for (const line of removed) yield `- ${inside(line)}`
    for (const line of added) yield `+ ${inside(line)}`
  }
  for (const { kind, name, added, removed } of filterLists) {
    for (const { action, match } of removed) yield `- ${kind} ${name} ${action} ${match}`
    for (const { action, match } of added) yield `+ ${kind} ${name} ${action} ${match}`
  }
  for (const { name, entries } of routeMaps) {
    for (const { before, after } of entries) {
      const { action, seq } = after ?? before ?? { action: '', seq: '' }
      yield `${before && after ? '~' : after ? '+' : '-'} route-map ${name} ${action} ${seq}`
    }
  }
}
