import { type Context, isSince, neighborsOf, peerGroupOf, peerGroupsOf, type Release } from '@frrkit/frr-text'
import { type Line, type Place, saying } from './line.ts'
import type { NeighborChanges } from './neighbors.ts'
import { type Router, sessionsOf } from './router-blocks.ts'

/**
 * From 10 on, a member takes over the graceful restart of its peer-group when it joins. What changes there later reaches
 * it only where that resets sessions, and then in the place of its own; taking back its own leads to that of the router.
 * So members are told.
 */
export function gracefulRestartOfMembers(
  before: Router | undefined,
  after: Router,
  { remade }: NeighborChanges,
  release: Release,
): readonly Line[] {
  const [had, has] = [sessionsOf(before), sessionsOf(after)]
  if (had === undefined || has === undefined || !isSince(release, 10)) return []
  const [modes, modesBefore] = [modesOf(has), modesOf(had)]
  return neighborsOf(has).flatMap((name) => {
    const group = peerGroupOf(has, name)
    if (group === undefined || group !== peerGroupOf(had, name) || remade.has(name)) return []
    const [own, ofGroup] = [modes.get(name), modes.get(group)]
    const isSame = ofGroup === modesBefore.get(group)
    if (isSame && (ofGroup === undefined || own === modesBefore.get(name))) return []
    return tell({ kind: 'router-bgp', path: [after.opener] }, name, own ?? ofGroup)
  })
}

/**
 * Before 10, a peer-group keeps the `bgp graceful-restart-disable` of its router after that went, shows it in place of the first
 * mode that it is told, and takes none.
 */
export function forgetDisabled(before: Router | undefined, after: Router, release: Release): readonly Line[] {
  const [had, has] = [sessionsOf(before), sessionsOf(after)]
  const off = 'bgp graceful-restart-disable'
  if (isSince(release, 10) || had?.lines.includes(off) !== true || has?.lines.includes(off) !== false) return []
  const [modes, still] = [modesOf(had), new Set(peerGroupsOf(has))]
  return peerGroupsOf(had)
    .filter((name) => still.has(name) && !modes.has(name))
    .flatMap((name) => tell({ kind: 'router-bgp', path: [after.opener] }, name, undefined))
}

/** By way of what is the same whatever it had: taking back what it does not have is an error. */
function tell(place: Place, name: string, mode: string | undefined): readonly Line[] {
  const off = `neighbor ${name} graceful-restart-disable`
  return [off, `no ${off}`, ...(mode === undefined ? [] : [`neighbor ${name} ${mode}`])].map((line) =>
    saying(place, line),
  )
}

/** `graceful-restart-helper`, by neighbor and peer-group. */
function modesOf({ lines }: Context): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, name, mode] = /^neighbor (\S+) (graceful-restart.*)$/.exec(line) ?? []
      return name === undefined || mode === undefined ? [] : [[name, mode] as const]
    }),
  )
}
