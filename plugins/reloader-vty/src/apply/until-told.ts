import { setTimeout as sleep } from 'node:timers/promises'
import type { VtyConnection, VtyError } from '@frrkit/vty'

/** By such a line routes may go that peers were told of; a static one may be redistributed. */
const takesRoutes =
  /^\s*no (?:(?:network|redistribute|aggregate-address|import|export|advertise\S*|rd|rt|route-target|vni|router bgp|ip route|ipv6 route) |neighbor \S+(?: peer-group| activate)?$)/

export function takesRoutesAway(lines: readonly string[]): boolean {
  return lines.some((line) => takesRoutes.test(line))
}

const tables = ['ipv4 unicast', 'ipv6 unicast', 'ipv4 vpn', 'ipv6 vpn', 'l2vpn evpn']
const questions = tables.map((table) => `show bgp vrf all ${table} update-groups | include Running`)
const pause = 50

export type UntilTold = {
  readonly inSession: number | undefined
  /** Milliseconds. A session that comes up meanwhile is waited for as well, but one that flaps is not for ever. */
  readonly within: number
  readonly signal: AbortSignal
}

/**
 * Waits until bgpd has told its new sessions of all that is there. To a session that came up it says nothing for
 * `coalesce-time`: a second, 50 ms more for each neighbor, and ten seconds at most. Before 10.3, a route that goes
 * meanwhile is not withdrawn, as it will not be in the table that is told then; but a change of policy, the peer's
 * `route-refresh` and more have bgpd tell the table at once. The peer then keeps the route until the session ends, and
 * nobody sees it but by `sentPrefixCounter`.
 */
export async function untilTold(
  bgpd: VtyConnection,
  { inSession, within, signal }: UntilTold,
): Promise<VtyError | undefined> {
  for (const end = performance.now() + within; ; ) {
    const { answers, error } = await bgpd.askAll(questions, { inSession, signal })
    const waits = answers.some(({ text }) => text.includes('(Running)'))
    if (error !== undefined || !waits || performance.now() > end) return error
    await sleep(pause, undefined, { signal })
  }
}
