import type { Context, FrrText } from '@frrkit/frr-text'

/** A `router bgp` block of a text, with its families. */
export type Router = {
  /** `router bgp 64512 vrf red` */
  readonly opener: string
  readonly asn: string
  /** Empty for the default one. */
  readonly vrf: string
  readonly contexts: readonly Context[]
}

/** By opener. */
export function routersOf({ contexts }: FrrText): ReadonlyMap<string, Router> {
  const groups = Map.groupBy(contexts.filter(isOfRouter), ({ path }) => path[0] ?? '')
  return new Map(
    [...groups].map(([opener, own]) => [opener, { opener, ...instanceOf(opener), contexts: own }] as const),
  )
}

/** What stands in a router outside of its families: all about the sessions of its neighbors. */
export function sessionsOf(router: Router | undefined): Context | undefined {
  return router?.contexts.find(({ path }) => path.length === 1)
}

export function isOfRouter({ path }: { readonly path: readonly string[] }): boolean {
  return path[0]?.startsWith('router bgp ') === true
}

function instanceOf(opener: string): { readonly asn: string; readonly vrf: string } {
  const [, asn = '', vrf = ''] = /^router bgp (\S+)(?: vrf (\S+))?/.exec(opener) ?? []
  return { asn, vrf }
}

export function isDefault(opener: string): boolean {
  return vrfOf(opener) === ''
}

/** Empty for the default one. */
export function vrfOf(opener: string): string {
  return instanceOf(opener).vrf
}

/**
 * Openers by VRF of the instances that have no block and that FRR makes, with the AS of the router that imports: those that
 * are imported from, and the default one, by way of which all routes go.
 */
export function importedInstances(routers: Iterable<Router>): ReadonlyMap<string, string> {
  const all = [...routers]
  const own = new Set(all.map(({ vrf }) => vrf))
  const imported = new Map<string, string>()
  for (const { asn, contexts } of all) {
    for (const vrf of contexts.flatMap(({ lines }) => lines).flatMap(neededFor)) {
      if (own.has(vrf) || imported.has(vrf)) continue
      imported.set(vrf, `router bgp ${asn}${vrf === '' ? '' : ` vrf ${vrf}`}`)
    }
  }
  return imported
}

function neededFor(line: string): readonly string[] {
  // Not a line of ten thousand networks.
  if (!line.startsWith('import vrf ')) return []
  const [, vrf] = /^import vrf (?!route-map )(\S+)$/.exec(line) ?? []
  return vrf === undefined ? [] : ['', vrf === 'default' ? '' : vrf]
}
