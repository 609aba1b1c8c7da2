import type { Context, ContextChange } from '@frrkit/frr-text'
import { type Line, setting, undoing } from './line.ts'
import { type NeighborChanges, neighborOf } from './neighbors.ts'
import type { Router } from './router-blocks.ts'

/** The changes of an instance, with the lines that stay and have to be told once more: bgpd forgets them by others, or did not heed them. */
export function withToldAgain(
  router: Router,
  changes: readonly ContextChange[],
  { remade }: NeighborChanges,
): readonly ContextChange[] {
  return withNextHopsAgain(router, withRemade(router, changes, remade))
}

/** The changes as if all lines of the neighbors that are made again were new. */
function withRemade(
  { contexts }: Router,
  changes: readonly ContextChange[],
  remade: NeighborChanges['remade'],
): readonly ContextChange[] {
  if (remade.size === 0) return changes
  const rest = new Map(changes.map((change) => [change.path.join('\n'), change]))
  for (const { kind, path, lines } of contexts) {
    const again = lines.filter((line) => remade.has(neighborOf(line) ?? ''))
    if (again.length === 0) continue
    const key = path.join('\n')
    const known = rest.get(key) ?? { change: 'changed', kind, path, removed: [], added: [] }
    rest.set(key, { ...known, added: [...new Set([...known.added, ...again])] })
  }
  return [...rest.values()]
}

/**
 * Aggregates that go and come back: with `bgp reject-as-sets`, bgpd passes over `as-set` of one that it is told of, and leaves
 * that of one that it has.
 */
export function aggregatesAgain(
  before: Router | undefined,
  after: Router,
  changes: readonly ContextChange[],
): { readonly first: readonly Line[]; readonly last: readonly Line[] } {
  const rejection = /^(?:no )?bgp reject-as-sets$/
  const changed = changes.some(
    ({ kind, added, removed }) => kind === 'router-bgp' && [...added, ...removed].some((line) => rejection.test(line)),
  )
  if (!changed) return { first: [], last: [] }
  const had = new Set(asSetsOf(before).map(keyOf))
  const stay = asSetsOf(after).filter((each) => had.has(keyOf(each)))
  return {
    first: stay.map(({ context, line }) => undoing(context, line)),
    last: stay.map(({ context, line }) => setting(context, line)),
  }
}

type Aggregate = { readonly context: Context; readonly line: string }

function asSetsOf(router: Router | undefined): readonly Aggregate[] {
  return (router?.contexts ?? []).flatMap((context) =>
    context.lines.flatMap((line) => (/^aggregate-address .* as-set\b/.test(line) ? { context, line } : [])),
  )
}

function keyOf({ context, line }: Aggregate): string {
  return [...context.path, line].join('\n')
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
