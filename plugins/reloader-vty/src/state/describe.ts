import type { Comparison } from '@frrkit/frr-text'
import { redactFrrText } from '@frrkit/model'

const mostLines = 10

/**
 * The differences for people, secrets hidden: `+` is wanted and not there, `-` is there and not wanted. A long list is cut:
 * after a restart everything is missing.
 */
export function describeDifferences({ contexts, filterLists, routeMaps }: Comparison): string {
  const lines = [
    ...contexts.flatMap(({ change, path, added, removed }) => {
      const inside = (line: string) => [...path, line].join(' / ')
      const itself =
        change === 'changed' || path.length === 0 ? [] : [`${change === 'added' ? '+' : '-'} ${path.join(' / ')}`]
      return [...itself, ...removed.map((line) => `- ${inside(line)}`), ...added.map((line) => `+ ${inside(line)}`)]
    }),
    ...filterLists.flatMap(({ kind, name, added, removed }) => [
      ...removed.map(({ action, match }) => `- ${kind} ${name} ${action} ${match}`),
      ...added.map(({ action, match }) => `+ ${kind} ${name} ${action} ${match}`),
    ]),
    ...routeMaps.flatMap(({ name, entries }) =>
      entries.map(({ before, after }) => {
        const { action, seq } = after ?? before ?? { action: '', seq: '' }
        return `${before && after ? '~' : after ? '+' : '-'} route-map ${name} ${action} ${seq}`
      }),
    ),
  ].map(redactFrrText)
  const left = lines.length - mostLines
  return [...lines.slice(0, mostLines), ...(left > 0 ? [`… (${left} more)`] : [])].join('\n')
}
