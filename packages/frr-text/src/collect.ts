import type { ContextKind } from './contexts.ts'
import type { Context } from './frr-text.ts'
import { peerGroupOf } from './neighbors.ts'
import type { Place } from './place.ts'
import { slotOf } from './slots.ts'

type Collected = { readonly kind: ContextKind; readonly path: readonly string[]; readonly bySlot: Map<string, string> }

export type Contexts = {
  /** The context is there, with or without lines. */
  open(place: Place): void
  /** Takes in a line in its one spelling, as FRR would: `no` takes away, a later value takes the place of an earlier. */
  take(place: Place, line: string): void
  contexts(): readonly Context[]
}

/**
 * Settings whose `no` is a line of its own, because FRR has them unless told otherwise. All others are simply gone after
 * a `no`. In contexts that are not named here FRR's defaults are not known, and every `no` stays.
 */
const keepsNo: Partial<Readonly<Record<ContextKind, RegExp>>> = {
  'router-bgp': /^(?:bgp |neighbor \S+ (?:capability|enforce-first-as|send-nexthop-characteristics)\b)/,
  'address-family': /^neighbor \S+ (?:activate$|send-community\b)/,
  evpn: /^(?:advertise-pip\b|use-es-l3nhg\b|enable-resolve-overlay-index\b|neighbor \S+ activate$)/,
  'evpn-vni': /^$/,
  vrf: /^ip(?:v6)? nht resolve-via-default$/,
  'bfd-profile': /^$/,
  'bfd-peer': /^$/,
  'route-map': /^$/,
}

export function createContexts(): Contexts {
  const byPath = new Map<string, Collected>()
  const at = ({ kind, path }: Place): Collected => {
    const key = path.join('\n')
    const known = byPath.get(key)
    if (known !== undefined) return known
    const collected = { kind, path, bySlot: new Map<string, string>() }
    byPath.set(key, collected)
    return collected
  }
  at({ kind: 'top', path: [] })
  return {
    open: (place) => void at(place),
    take({ kind, path }, line) {
      const bare = line.startsWith('no ') ? line.slice(3) : line
      if (bare !== line && (removeContext(byPath, [...path, bare]) || removeNeighbor(byPath, path, bare))) return
      const { bySlot } = at({ kind, path })
      const slot = slotOf(kind, bare)
      bySlot.delete(slot)
      if (bare === line || (keepsNo[kind] ?? /^/).test(bare)) bySlot.set(slot, line)
    },
    contexts() {
      const said = new Map(
        [...byPath].map(([key, { kind, path, bySlot }]) => [key, { kind, path, lines: [...bySlot.values()] }]),
      )
      return [...said.values()].map((context) => ({ ...context, lines: complete(context, said) }))
    },
  }
}

function removeContext(byPath: Map<string, Collected>, path: readonly string[]): boolean {
  const key = path.join('\n')
  // Most that a `no` takes back is no context, and there is none without the one around it.
  if (!byPath.has(key)) return false
  const inside = [...byPath.keys()].filter((other) => other === key || other.startsWith(`${key}\n`))
  for (const other of inside) byPath.delete(other)
  return true
}

/** `no neighbor 192.0.2.1` takes all its lines away, those of the address families too. */
function removeNeighbor(byPath: Map<string, Collected>, path: readonly string[], bare: string): boolean {
  const [, name] = /^(neighbor \S+)(?: remote-as| interface|$)/.exec(bare) ?? []
  if (name === undefined || path[0]?.startsWith('router bgp') !== true) return false
  for (const { path: other, bySlot } of byPath.values()) {
    if (other[0] !== path[0]) continue
    for (const [slot, line] of bySlot) if (line.replace(/^no /, '').startsWith(`${name} `)) bySlot.delete(slot)
  }
  return true
}

/** What FRR adds to lines, and how it puts two together. */
function complete(context: Context, around: ReadonlyMap<string, Context>): readonly string[] {
  const { kind, path, lines } = context
  if (kind === 'address-family') return withNextHopsOfClients(lines, around.get(path[0] ?? ''))
  if (kind !== 'router-bgp') return lines
  const all = new Set(lines)
  const remoteAsOf = new Map(
    lines.flatMap((line) => {
      const name = /^neighbor (\S+) remote-as /.exec(line)?.[1]
      return name === undefined ? [] : [[name, line] as const]
    }),
  )
  for (const line of lines) {
    const [, monitored] = /^(neighbor \S+ bfd) (?:profile |check-control-plane-failure$)/.exec(line) ?? []
    if (monitored !== undefined) all.add(monitored)
    const [, unnumbered] = /^(neighbor \S+ interface(?: v6only)?)$/.exec(line) ?? []
    const name = unnumbered?.split(' ')[1]
    const remoteAs = remoteAsOf.get(name ?? '')
    if (unnumbered === undefined || remoteAs === undefined) continue
    all.delete(line)
    all.delete(remoteAs)
    all.add(`${unnumbered} ${remoteAs.slice(`neighbor ${name} `.length)}`)
  }
  return [...all]
}

/**
 * A client of a route server gets the next hop as it is, and bgpd shows that, but for the member of a peer-group; what is
 * said later takes its place.
 */
function withNextHopsOfClients(lines: readonly string[], router: Context | undefined): readonly string[] {
  if (!lines.some((line) => line.endsWith(' route-server-client'))) return lines
  const isMember = (name: string) => router !== undefined && peerGroupOf(router, name) !== undefined
  const said = new Map(
    lines.flatMap((line, i) => {
      const [, name] = /^neighbor (\S+) attribute-unchanged /.exec(line) ?? []
      return name === undefined ? [] : [[name, i] as const]
    }),
  )
  const shown = [...lines]
  for (const [i, line] of lines.entries()) {
    const [, name] = /^neighbor (\S+) route-server-client$/.exec(line) ?? []
    if (name === undefined) continue
    const before = said.get(name)
    if (before === undefined && isMember(name)) continue
    if (before === undefined) shown.push(`neighbor ${name} attribute-unchanged next-hop`)
    else if (before < i) shown[before] = withNextHop(lines[before] ?? '')
  }
  return shown
}

function withNextHop(line: string): string {
  return line.replace(/ attribute-unchanged( as-path)?(?: next-hop)?( med)?$/, ' attribute-unchanged$1 next-hop$2')
}
