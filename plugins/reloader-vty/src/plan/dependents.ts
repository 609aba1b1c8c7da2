import { type Context, isSince, type Release } from '@frrkit/frr-text'
import { type Line, setting, undoing } from './line.ts'
import type { Router } from './router-blocks.ts'

/** What makes bgpd say `Cannot delete default BGP instance. Dependent VRF instances exist`. */
const needsDefault = /^(?:import vrf (?!route-map )|(?:import|export) vpn$|advertise ipv[46] unicast\b)/

/**
 * The lines that keep the default instance from being removed while others stay: they go before, also those of
 * instances that go, and those of instances that stay come back. No session ends with them.
 */
export function dependentLines(
  had: ReadonlyMap<string, Router>,
  has: ReadonlyMap<string, Router>,
  gone: readonly string[],
): { readonly first: readonly Line[]; readonly last: readonly Line[] } {
  const going = new Set(gone)
  const isGone = ({ opener }: Router) => going.has(opener)
  const others = [...had.values()].filter(({ vrf }) => vrf !== '')
  if (others.every(isGone)) return { first: [], last: [] }
  const { leaving = [], staying = [] } = Object.groupBy(others, (router) => (isGone(router) ? 'leaving' : 'staying'))
  const back = staying.flatMap((router) => linesOf(router, new Set(linesOf(has.get(router.opener)).map(keyOf))))
  return {
    first: [...leaving.flatMap((router) => linesOf(router)), ...back].map(({ context, line }) =>
      undoing(context, line),
    ),
    last: back.map(({ context, line }) => setting(context, line)),
  }
}

/**
 * The imports of instances that go, where others share routes by a VPN from then on: bgpd does not forget with an instance
 * whom it imported from, and refuses what is said about a VPN there.
 */
export function importsThatGo(
  had: ReadonlyMap<string, Router>,
  has: ReadonlyMap<string, Router>,
  gone: readonly string[],
): readonly Line[] {
  if (gone.length === 0 || ![...has.values()].some(saysVpn)) return []
  return gone
    .flatMap((opener) => linesOf(had.get(opener)))
    .filter(({ line }) => line.startsWith('import vrf '))
    .map(({ context, line }) => undoing(context, line))
}

/**
 * The labels that bgpd took for instances that go: before 10.3 it does not give them back with the instance, and when zebra's
 * next word about labels comes, it ends.
 */
export function labelsThatGo(
  had: ReadonlyMap<string, Router>,
  gone: readonly string[],
  release: Release,
): readonly Line[] {
  if (isSince(release, 10, 3)) return []
  return gone.flatMap((opener) =>
    (had.get(opener)?.contexts ?? []).flatMap((context) =>
      context.lines.filter((line) => line === 'label vpn export auto').map((line) => undoing(context, line)),
    ),
  )
}

function saysVpn({ contexts }: Router): boolean {
  return contexts.some(({ lines }) => lines.some((line) => ofVpn.test(line)))
}

const ofVpn = /^(?:rd|rt|label|nexthop|route-map) vpn /

type Dependent = { readonly context: Context; readonly line: string }

function linesOf(router: Router | undefined, only?: ReadonlySet<string>): readonly Dependent[] {
  return (router?.contexts ?? [])
    .flatMap((context) => context.lines.filter((line) => needsDefault.test(line)).map((line) => ({ context, line })))
    .filter((dependent) => only?.has(keyOf(dependent)) !== false)
}

function keyOf({ context, line }: Dependent): string {
  return [...context.path, line].join('\n')
}
