import type { FilterList, FrrText, RouteMap } from '@frrkit/frr-text'
import type { Subject } from './plan.ts'

export const globalLine: RegExp = /^(?:no )?(?:log|debug|hostname|ip nht|ipv6 nht)\b/

export function neighborIn(routerPath: string, name: string): Subject {
  return { kind: 'neighbor', vrf: vrfIn(routerPath), name }
}

export function routerIn(routerPath: string): Subject {
  return { kind: 'router', vrf: vrfIn(routerPath) }
}

/** The VRF of a line `router bgp 64512 vrf red`. */
function vrfIn(routerPath: string): string {
  return / vrf (\S+)$/.exec(routerPath)?.[1] ?? ''
}

/** Whose filters they are: a route-map or a list that the lines of one neighbor alone lead to is part of that neighbor. */
export type Owners = {
  ofRouteMap(name: string): Subject
  ofFilterList(list: Pick<FilterList, 'kind' | 'name'>): Subject
}

/** Who uses what, by the key of the subject. */
type Users = Map<string, Map<string, Subject>>

export function findOwners(texts: readonly FrrText[]): Owners {
  const users: Users = new Map()
  for (const { contexts, routeMaps } of texts) {
    const maps = new Map(routeMaps.map((map) => [map.name, map]))
    const usersOfMaps: Users = new Map()
    for (const { path, lines } of contexts) {
      for (const line of lines) {
        const [, name, kind, used] = policyOfNeighbor.exec(line) ?? []
        if (name === undefined || used === undefined || path[0] === undefined) continue
        const neighbor = neighborIn(path[0], name)
        if (kind === 'route-map') note(usersOfMaps, used, neighbor)
        else note(users, `list ${used}`, neighbor)
      }
    }
    // A thousand neighbors may share a route-map of a thousand entries, and two of them are several already.
    for (const [name, by] of usersOfMaps) {
      const some = [...by.values()].slice(0, 2)
      for (const key of reachable(name, maps)) for (const neighbor of some) note(users, key, neighbor)
    }
  }
  const only = (key: string): Subject => {
    const [first, second] = users.get(key)?.values() ?? []
    return first !== undefined && second === undefined ? first : { kind: 'other' }
  }
  return { ofRouteMap: (name) => only(`map ${name}`), ofFilterList: ({ name }) => only(`list ${name}`) }
}

function note(users: Users, used: string, by: Subject): void {
  const known = users.get(used) ?? new Map<string, Subject>()
  users.set(used, known.set(keyOf(by), by))
}

const policyOfNeighbor = /^neighbor (\S+) (route-map|prefix-list|filter-list|distribute-list) (\S+) (?:in|out)$/
const listOfEntry = /^match (?:ip(?:v6)? address(?: prefix-list)?|community|large-community|extcommunity|as-path) (\S+)/

/** A route-map, those it calls, and the lists that any of them looks into. */
function reachable(name: string, maps: ReadonlyMap<string, RouteMap>): ReadonlySet<string> {
  const keys = new Set<string>()
  const pending = [name]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (keys.has(`map ${next}`)) continue
    keys.add(`map ${next}`)
    for (const line of maps.get(next)?.entries.flatMap(({ lines }) => lines) ?? []) {
      const called = /^call (\S+)$/.exec(line)?.[1]
      if (called !== undefined) pending.push(called)
      const list = listOfEntry.exec(line)?.[1]
      if (list !== undefined) keys.add(`list ${list}`)
    }
  }
  return keys
}

/** Equal for equal subjects. */
export function keyOf(subject: Subject): string {
  return JSON.stringify([subject.kind, 'vrf' in subject ? subject.vrf : '', 'name' in subject ? subject.name : ''])
}
