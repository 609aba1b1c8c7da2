import { bgpNeighbor, type Frr } from '@frrkit/frr-lab'

/** One BGP session, as FRR sees it now. */
export type Session = {
  readonly state: string
  readonly sent: number
  readonly received: number
  /** Seconds. */
  readonly uptime: number
  readonly dropped: number
}

export async function readSession(frr: Frr, neighbor: string): Promise<Session> {
  const found = await bgpNeighbor(frr, neighbor)
  const ipv4 = found?.addressFamilyInfo?.ipv4Unicast
  return {
    state: found?.bgpState ?? 'not configured',
    sent: ipv4?.sentPrefixCounter ?? 0,
    received: ipv4?.acceptedPrefixCounter ?? 0,
    uptime: (found?.bgpTimerUpMsec ?? 0) / 1000,
    dropped: found?.connectionsDropped ?? 0,
  }
}

/** Throws unless the session that was up before is still the same one: a flap would show as a drop or a shorter uptime. */
export function checkNoFlap(before: Session, after: Session): void {
  if (after.state === 'Established' && after.dropped === before.dropped && after.uptime >= before.uptime) return
  throw new Error(`the session flapped: ${describe(before)} before, ${describe(after)} after`)
}

function describe({ state, uptime, dropped }: Session): string {
  return `${state} for ${uptime} s, dropped ${dropped} times`
}
