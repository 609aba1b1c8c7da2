import type { Comparison, ContextKind, FrrText } from '@frrkit/frr-text'

/** A line that is not there yet, and where it shall be. */
export type ChangedLine = { readonly kind: ContextKind; readonly path: readonly string[]; readonly line: string }

/** Everything that comes, what opens a context included; and the host name, which no comparison speaks of. */
export function* changedLines(
  { contexts: [top] }: FrrText,
  { contexts, filterLists, routeMaps }: Comparison,
): Generator<ChangedLine> {
  for (const line of top?.lines ?? []) if (isHostname(line)) yield { kind: 'top', path: [], line }
  for (const { change, kind, path, added } of contexts) {
    const opener = path.at(-1)
    const around = path.slice(0, -1)
    if (change === 'added' && opener !== undefined) yield { kind: kindAround(kind), path: around, line: opener }
    for (const line of added) if (!isHostname(line)) yield { kind, path, line }
  }
  for (const { kind, name, added } of filterLists) {
    for (const { seq, action, match } of added) {
      yield { kind: 'top', path: [], line: `${kind} ${name} seq ${seq} ${action} ${match}` }
    }
  }
  for (const { name, entries } of routeMaps) {
    for (const { after } of entries) {
      if (after === undefined) continue
      const opener = `route-map ${name} ${after.action} ${after.seq}`
      yield { kind: 'top', path: [], line: opener }
      for (const line of after.lines) yield { kind: 'route-map', path: [opener], line }
    }
  }
}

function isHostname(line: string): boolean {
  return line.startsWith('hostname ')
}

/** The kind of context that this kind stands in. */
function kindAround(kind: ContextKind): ContextKind {
  switch (kind) {
    case 'address-family':
    case 'evpn':
      return 'router-bgp'
    case 'evpn-vni':
      return 'evpn'
    case 'bfd-profile':
    case 'bfd-peer':
      return 'bfd'
    default:
      return 'top'
  }
}
