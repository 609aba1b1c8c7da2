import type { Observation } from './run-changes.ts'

/** Sessions that ended and need not have, BFD likewise, and routes that were lost. */
export function faults({
  kinds,
  outcomes,
  unavoidable,
  ended,
  bfdEnded,
  lost,
  unsettled,
}: Observation): readonly string[] {
  const what = kinds.join(', ')
  return [
    ...unsettled.map((why) => `${what}: ${why}`),
    ...outcomes.flatMap(({ status, words }) => (status === 'accepted' ? [] : [`${what}: ${status}: ${words}`])),
    ...ended.filter((neighbor) => !unavoidable.has(neighbor)).map((neighbor) => `${what}: ${neighbor} was reset`),
    ...bfdEnded.filter((peer) => !unavoidable.has(peer)).map((peer) => `${what}: BFD with ${peer} was reset`),
    ...lost.map(({ neighbor, prefix }) => `${what}: ${neighbor} lost ${prefix}`),
  ]
}

/** A row per change, in Markdown. */
export function table(observations: readonly Observation[]): string {
  const head = ['change', 'sessions that end', 'because', 'sessions that end and need not', 'routes lost', 'ms']
  const rows = observations.map((observation) => {
    const { kinds, wereUp, unavoidable, ended, bfdEnded, lost, took } = observation
    const needNot = [
      ...ended.filter((neighbor) => !unavoidable.has(neighbor)),
      ...bfdEnded.filter((peer) => !unavoidable.has(peer)).map((peer) => `BFD ${peer}`),
    ]
    const must = [...unavoidable.keys()].filter((neighbor) => wereUp.has(neighbor))
    const stayed = must.filter((neighbor) => !ended.includes(neighbor))
    return [
      kinds.join('; '),
      must.length > 3 ? `${must.length} of the router` : must.join(', '),
      [...new Set(must.flatMap((neighbor) => unavoidable.get(neighbor) ?? []))].join(', ') +
        (stayed.length > 0 ? ` (stayed: ${stayed.join(', ')})` : ''),
      needNot.join(', ') || '0',
      `${lost.length}`,
      `${Math.round(took)}`,
    ]
  })
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
