import type { VtyConnection, VtyError } from '@frrkit/vty'
import { updateGroups, type Wait, waitWhile } from './wait-while.ts'

/** A peer that is told in another way than before leaves those that it was told together with. */
const leavesGroup =
  /^\s*(?:no )?neighbor \S+ (?:.+ out$|(?:unsuppress-map|default-originate|next-hop-self|nexthop-local|send-community|route-reflector-client|route-server-client|remove-private-AS|as-override|attribute-unchanged|addpath-tx|maximum-prefix-out|advertise-map|advertisement-interval|local-as|soo)\b)/

export function splitsGroups(lines: readonly string[]): boolean {
  return lines.some((line) => leavesGroup.test(line))
}

/** First what is still to be looked at, since it is what gets in line for the peers. */
const questions = ['show work-queues', ...updateGroups.map((question) => `${question} | include list: not empty`)]
/** The columns of a queue begin with how many are in it. */
const idleQueue = /^[P ] +0 .*$/gm
/** Who holds updates back, by an interval or until FRR has started, or does not read them, shall not hold us up. */
const longest = 2000

/**
 * Waits until bgpd has sent what is in line for its peers. A peer that leaves its update-group loses the withdrawals in line,
 * and keeps these routes until the session ends (8.4 to 10.7). They are in line for a moment, longer where there are thousands,
 * and for a second with `bgp suppress-fib-pending`.
 */
export function untilSent(bgpd: VtyConnection, wait: Wait): Promise<VtyError | undefined> {
  const within = Math.min(wait.within, longest)
  return waitWhile(isBusy, { bgpd, questions, pause: 20 }, { ...wait, within })
}

function isBusy(answer: string): boolean {
  return /process_queue|list: not empty/.test(answer.replaceAll(idleQueue, ''))
}
