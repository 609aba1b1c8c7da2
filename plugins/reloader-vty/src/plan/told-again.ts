import type { ContextChange } from '@frrkit/frr-text'
import { type NeighborChanges, neighborOf } from './neighbors.ts'
import type { Router } from './router-blocks.ts'

/** The changes of an instance, with the lines that stay and have to be told once more: bgpd forgets them by others, or did not heed them. */
export function withToldAgain(
  router: Router,
  changes: readonly ContextChange[],
  { remade }: NeighborChanges,
): readonly ContextChange[] {
  const ofRemade = (line: string) => remade.has(neighborOf(line) ?? '')
  const again = remade.size === 0 ? changes : withAgain(router, changes, ofRemade)
  return withNextHopsAgain(router, withAggregatesAgain(router, again))
}

/** The changes as if these lines were new. */
function withAgain(
  { contexts }: Router,
  changes: readonly ContextChange[],
  isToldAgain: (line: string) => boolean,
): readonly ContextChange[] {
  const rest = new Map(changes.map((change) => [change.path.join('\n'), change]))
  for (const { kind, path, lines } of contexts) {
    const again = lines.filter(isToldAgain)
    if (again.length === 0) continue
    const key = path.join('\n')
    const known = rest.get(key) ?? { change: 'changed', kind, path, removed: [], added: [] }
    rest.set(key, { ...known, added: [...new Set([...known.added, ...again])] })
  }
  return [...rest.values()]
}

/** With `bgp reject-as-sets`, bgpd passes over `as-set` of an aggregate that it is told of, and leaves that of one that it has. */
function withAggregatesAgain(router: Router, changes: readonly ContextChange[]): readonly ContextChange[] {
  const rejection = /^(?:no )?bgp reject-as-sets$/
  const changed = changes.some(
    ({ kind, added, removed }) => kind === 'router-bgp' && [...added, ...removed].some((line) => rejection.test(line)),
  )
  return changed ? withAgain(router, changes, (line) => /^aggregate-address .* as-set\b/.test(line)) : changes
}

/** Who becomes a client of a route server gets next hops unchanged, and who is none any more does not, whatever was said. */
function withNextHopsAgain({ contexts }: Router, changes: readonly ContextChange[]): readonly ContextChange[] {
  return changes.map((change) => {
    const clients = new Set(
      [...change.removed, ...change.added].filter((line) => line.endsWith(' route-server-client')).map(neighborOf),
    )
    if (change.kind !== 'address-family' || clients.size === 0) return change
    const here = new Set(contexts.find(({ path }) => path.join('\n') === change.path.join('\n'))?.lines)
    // That one comes by itself.
    const own = new Set([...clients].map((name) => `neighbor ${name} attribute-unchanged next-hop`))
    const isClient = (name = '') => here.has(`neighbor ${name} route-server-client`)
    const again = new Set(
      [...here].filter((line) => {
        const name = neighborOf(line)
        return / attribute-unchanged /.test(line) && clients.has(name) && !(own.has(line) && isClient(name))
      }),
    )
    return { ...change, added: [...change.added.filter((line) => !again.has(line)), ...again] }
  })
}
