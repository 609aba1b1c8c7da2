import type { Frr } from '@frrkit/frr-lab'
import { bfdPeers, bgpNeighbors, VtyConnection } from '@frrkit/vty'

/** One session as one of its ends sees it. */
export type Session = {
  readonly neighbor: string
  /** Where it goes, which FRR's table of routes says even of an unnumbered session. */
  readonly address: string
  readonly isUp: boolean
  /** Grows when it comes up, and when it goes down. */
  readonly ups: number
  readonly downs: number
  /** Milliseconds. */
  readonly uptime: number
}

/** Asks one FRR for its sessions, again and again. */
export type Observer = {
  bgp(): Promise<ReadonlyMap<string, Session>>
  /** Seconds that each BFD peer has been up. */
  bfd(): Promise<ReadonlyMap<string, number>>
  close(): void
}

export function observe({ install, pathspace }: Frr): Observer {
  const places = { vtyDir: install.stateDirectory, pathspace }
  const [bgpd, bfdd] = [
    new VtyConnection({ daemon: 'bgpd', ...places }),
    new VtyConnection({ daemon: 'bfdd', ...places }),
  ]
  return {
    async bgp() {
      const shown = await bgpNeighbors(bgpd)
      if (!shown.ok) throw new Error(shown.error.words)
      return new Map(
        shown.value.map(
          ({ neighbor, address = neighbor, state, connectionsEstablished, connectionsDropped, uptime = 0 }) => [
            neighbor,
            {
              neighbor,
              address,
              isUp: state === 'Established',
              ups: connectionsEstablished,
              downs: connectionsDropped,
              uptime,
            },
          ],
        ),
      )
    },
    async bfd() {
      const shown = await bfdPeers(bfdd)
      if (!shown.ok) throw new Error(shown.error.words)
      return new Map(shown.value.flatMap(({ peer, uptime }) => (uptime === undefined ? [] : [[peer, uptime] as const])))
    },
    close() {
      bgpd.close()
      bfdd.close()
    },
  }
}

/** The sessions that are not those of before: they ended at least once in `elapsed` milliseconds. */
export function ended(
  before: ReadonlyMap<string, Session>,
  after: ReadonlyMap<string, Session>,
  elapsed: number,
): readonly string[] {
  return [...before.values()].flatMap((old) => {
    if (!old.isUp) return []
    const now = after.get(old.neighbor)
    // A neighbor that was removed and added again begins to count anew; its uptime gives it away, in steps of a second.
    const same =
      now?.isUp && now.ups === old.ups && now.downs === old.downs && now.uptime >= old.uptime + elapsed - 2000
    return same ? [] : [old.neighbor]
  })
}

/** The BFD sessions that are still wanted and are not those of before; seconds, as FRR counts them. */
export function bfdEnded(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  elapsed: number,
): readonly string[] {
  return [...before].flatMap(([peer, uptime]) => {
    const now = after.get(peer)
    return now !== undefined && now < uptime + elapsed / 1000 - 2 ? [peer] : []
  })
}
