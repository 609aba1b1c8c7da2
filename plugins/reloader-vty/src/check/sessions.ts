import type { Context, FrrText } from '@frrkit/frr-text'

/** A `router bgp`, and all that its contexts say about its neighbors. */
export type Router = {
  readonly context: Context
  readonly asn: string
  readonly vrf: string
  readonly neighbors: ReadonlyMap<string, Neighbor>
  /** Its own lines and those of its address families, each with its place. */
  readonly lines: readonly Placed[]
}

export type Placed = { readonly path: readonly string[]; readonly line: string }

export type Neighbor = {
  readonly name: string
  /** What follows its name in the lines of the session. */
  readonly settings: ReadonlySet<string>
  /** Every line about it, those of the address families too. */
  readonly lines: readonly Placed[]
  readonly isGroup: boolean
  readonly isInterface: boolean
  /** The peer-group that it belongs to. */
  readonly group: string | undefined
}

export function routersOf({ contexts }: FrrText): readonly Router[] {
  const blocks = Map.groupBy(contexts, ({ path }) => path[0])
  return contexts.flatMap((context) => {
    const [, asn, vrf = ''] = opener.exec(context.path[0] ?? '') ?? []
    return context.kind === 'router-bgp' && asn !== undefined
      ? [routerOf({ context, asn, vrf }, blocks.get(context.path[0]) ?? [])]
      : []
  })
}

/** Views, and AS numbers in other notations, are left to FRR. */
const opener = /^router bgp (\d+)(?: vrf (\S+))?$/

function routerOf(
  { context, asn, vrf }: Pick<Router, 'context' | 'asn' | 'vrf'>,
  contexts: readonly Context[],
): Router {
  const lines = contexts.flatMap(placed)
  const about = Map.groupBy(
    lines.filter(({ line }) => /^(?:no )?neighbor /.test(line)),
    ({ line }) => line.split(' ')[line.startsWith('no ') ? 2 : 1] ?? '',
  )
  const neighbors = [...about].map(([name, ofIt]) => neighborOf(name, ofIt))
  return { context, asn, vrf, lines, neighbors: new Map(neighbors.map((neighbor) => [neighbor.name, neighbor])) }
}

/** Prefixes are many, and none of them says anything about another line. */
function placed({ path, lines }: Context): readonly Placed[] {
  return lines.flatMap((line) => (line.startsWith('network ') ? [] : [{ path, line }]))
}

function neighborOf(name: string, lines: readonly Placed[]): Neighbor {
  const settings = new Set(
    lines.flatMap(({ path, line }) =>
      path.length === 1 && line.startsWith('neighbor ') ? line.slice(`neighbor ${name} `.length) : [],
    ),
  )
  const group = [...settings].flatMap((setting) => /(?:^| )peer-group (\S+)$/.exec(setting)?.[1] ?? [])[0]
  const isInterface = [...settings].some((setting) => setting === 'interface' || setting.startsWith('interface '))
  return { name, settings, lines, isGroup: settings.has('peer-group'), isInterface, group }
}

/** Its own, or that of its peer-group. */
function remoteAsOf({ neighbors }: Router, neighbor: Neighbor): string | undefined {
  return (
    ownRemoteAs(neighbor) ?? (neighbor.group === undefined ? undefined : ownRemoteAs(neighbors.get(neighbor.group)))
  )
}

export function ownRemoteAs(neighbor: Neighbor | undefined): string | undefined {
  return [...(neighbor?.settings ?? [])].flatMap((setting) => /(?:^| )remote-as (\S+)$/.exec(setting)?.[1] ?? [])[0]
}

/** Whether the session is iBGP; undefined while nobody says what the other side is. */
export function isInternal(router: Router, neighbor: Neighbor): boolean | undefined {
  const remoteAs = remoteAsOf(router, neighbor)
  if (remoteAs === 'internal' || remoteAs === 'external') return remoteAs === 'internal'
  return remoteAs !== undefined && /^\d+$/.test(remoteAs) ? remoteAs === router.asn : undefined
}
