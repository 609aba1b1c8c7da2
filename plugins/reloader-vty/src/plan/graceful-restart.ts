import { majorOf, neighborsOf, peerGroupOf, type Release } from '@frrkit/frr-text'
import { type Line, type Place, saying } from './line.ts'
import type { NeighborChanges } from './neighbors.ts'
import type { Router } from './router-blocks.ts'

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
  const [had, has] = [sessionOf(before), sessionOf(after)]
  if (had === undefined || has === undefined || (majorOf(release) ?? 0) < 10) return []
  return neighborsOf(has).flatMap((name) => {
    const group = peerGroupOf(has, name)
    if (group === undefined || group !== peerGroupOf(had, name) || remade.has(name)) return []
    const [own, ofGroup, ownBefore, ofGroupBefore] = [
      modeOf(has, name),
      modeOf(has, group),
      modeOf(had, name),
      modeOf(had, group),
    ]
    if (ofGroup === ofGroupBefore && (ofGroup === undefined || own === ownBefore)) return []
    return tell({ kind: 'router-bgp', path: [after.opener] }, name, own ?? ofGroup)
  })
}

/** By way of what is the same whatever it had: taking back what it does not have is an error. */
function tell(place: Place, name: string, mode: string | undefined): readonly Line[] {
  const off = `neighbor ${name} graceful-restart-disable`
  return [off, `no ${off}`, ...(mode === undefined ? [] : [`neighbor ${name} ${mode}`])].map((line) =>
    saying(place, line),
  )
}

type Session = Router['contexts'][number]

function sessionOf(router: Router | undefined): Session | undefined {
  return router?.contexts.find(({ path }) => path.length === 1)
}

function modeOf({ lines }: Session, name: string): string | undefined {
  const start = `neighbor ${name} graceful-restart`
  return lines.findLast((line) => line.startsWith(start))?.slice(`neighbor ${name} `.length)
}
