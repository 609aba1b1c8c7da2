import type { Context } from './frr-text.ts'

/** The AS of a `router bgp` context, as it is written. */
export function asnOf({ path }: Context): string {
  return /^router bgp (\S+)/.exec(path[0] ?? '')?.[1] ?? ''
}

/** The VRF of a `router bgp` context; empty for the default one. */
export function vrfOf({ path }: Context): string {
  return / vrf (\S+)$/.exec(path[0] ?? '')?.[1] ?? ''
}

/** The names of the neighbors that have a session, in order of appearance; peer-groups are not among them. */
export function neighborsOf(router: Context): readonly string[] {
  return [...read(router).sessions]
}

/** Whether it is one of those. */
export function hasSession(router: Context, name: string): boolean {
  return read(router).sessions.has(name)
}

/** The peer-group that a neighbor takes its settings from. */
export function peerGroupOf(router: Context, name: string): string | undefined {
  return read(router).groups.get(name)
}

/** The names of the peer-groups, in order of appearance. */
export function peerGroupsOf(router: Context): readonly string[] {
  return [...read(router).peerGroups]
}

/** Whether the AS of a neighbor, which may be that of its peer-group, is ours. */
export function isIbgp(router: Context, name: string): boolean {
  const { internal, groups } = read(router)
  return internal.has(name) || internal.has(groups.get(name) ?? '')
}

export function isAtInterface(router: Context, name: string): boolean {
  return read(router).atInterfaces.has(name)
}

type Neighbors = {
  readonly sessions: ReadonlySet<string>
  readonly peerGroups: ReadonlySet<string>
  /** By member. */
  readonly groups: ReadonlyMap<string, string>
  /** Neighbors and peer-groups. */
  readonly internal: ReadonlySet<string>
  readonly atInterfaces: ReadonlySet<string>
}

/** Each context is read once: a thousand neighbors are asked about one by one, and nobody changes a context. */
const known = new WeakMap<Context, Neighbors>()

function read(router: Context): Neighbors {
  const neighbors = known.get(router) ?? readNeighbors(router)
  known.set(router, neighbors)
  return neighbors
}

function readNeighbors(router: Context): Neighbors {
  const lines = router.lines.filter((line) => line.startsWith('neighbor '))
  const find = (pattern: RegExp) =>
    lines.flatMap((line): readonly (readonly [name: string, value: string])[] => {
      const [, name, value = ''] = pattern.exec(line) ?? []
      return name === undefined ? [] : [[name, value]]
    })
  const namesOf = (pattern: RegExp) => new Set(find(pattern).map(([name]) => name))
  const remoteAs = find(/^neighbor (\S+) (?:interface (?:v6only )?)?remote-as (\S+)$/)
  // The first group is the one that counts.
  const memberships = find(/^neighbor (\S+) (?:interface (?:v6only )?)?peer-group (\S+)$/).toReversed()
  const peerGroups = namesOf(/^neighbor (\S+) peer-group$/)
  const sessions = [...namesOf(/^neighbor (\S+) (?:remote-as|interface|peer-group \S)/)]
  return {
    sessions: new Set(sessions.filter((name) => !peerGroups.has(name))),
    peerGroups,
    groups: new Map(memberships),
    internal: new Set(remoteAs.flatMap(([name, as]) => (as === 'internal' || as === asnOf(router) ? [name] : []))),
    atInterfaces: namesOf(/^neighbor (\S+) interface(?= |$)/),
  }
}
