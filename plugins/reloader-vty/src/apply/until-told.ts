import type { VtyConnection, VtyError } from '@frrkit/vty'
import { updateGroups, type Wait, waitWhile } from './wait-while.ts'

/** By such a line routes may go that peers were told of; a static one may be redistributed. */
const takesRoutes =
  /^\s*no (?:(?:network|redistribute|aggregate-address|import|export|advertise\S*|rd|rt|route-target|vni|router bgp|ip route|ipv6 route) |neighbor \S+(?: peer-group| activate)?$)/

export function takesRoutesAway(lines: readonly string[]): boolean {
  return lines.some((line) => takesRoutes.test(line))
}

const questions = updateGroups.map((question) => `${question} | include Running`)

/**
 * Waits until bgpd has told its new sessions of all that is there. To a session that came up it says nothing for
 * `coalesce-time`: a second, 50 ms more for each neighbor, and ten seconds at most. Before 10.3, a route that goes
 * meanwhile is not withdrawn, as it will not be in the table that is told then; but a change of policy, the peer's
 * `route-refresh` and more have bgpd tell the table at once. The peer then keeps the route until the session ends, and
 * nobody sees it but by `sentPrefixCounter`. A session that comes up meanwhile is waited for as well, but one that flaps
 * is not for ever.
 */
export function untilTold(bgpd: VtyConnection, wait: Wait): Promise<VtyError | undefined> {
  return waitWhile((answer) => answer.includes('(Running)'), { bgpd, questions, pause: 50 }, wait)
}
