import type { AskOptions } from './asking.ts'
import type { VtyConnection } from './connection.ts'
import { asObject, numberIn, stringIn } from './json.ts'
import { showJson } from './show.ts'
import type { VtyResult } from './vty-error.ts'

/** What bfdd has counted for a peer since the session was made. */
export type BfdCounters = {
  readonly vrf: string
  readonly peer: string
  readonly interface: string | undefined
  readonly controlIn: number
  readonly controlOut: number
  readonly echoIn: number
  readonly echoOut: number
  readonly ups: number
  readonly downs: number
  readonly zebraNotifications: number
}

/** Of every BFD peer of every VRF. */
export async function bfdCounters(
  bfdd: VtyConnection,
  options: AskOptions = {},
): Promise<VtyResult<readonly BfdCounters[]>> {
  const shown = await showJson(bfdd, 'show bfd peers counters json', options)
  return shown.ok ? { ok: true, value: readBfdCounters(shown.value) } : shown
}

export function readBfdCounters(json: unknown): readonly BfdCounters[] {
  const peers: readonly unknown[] = Array.isArray(json) ? json : []
  return peers.flatMap((entry) => {
    const peer = asObject(entry)
    if (!peer) return []
    const count = (counter: string): number => numberIn(peer, counter) ?? 0
    return {
      vrf: stringIn(peer, 'vrf') ?? 'default',
      peer: stringIn(peer, 'peer') ?? '',
      interface: stringIn(peer, 'interface'),
      controlIn: count('control-packet-input'),
      controlOut: count('control-packet-output'),
      echoIn: count('echo-packet-input'),
      echoOut: count('echo-packet-output'),
      ups: count('session-up'),
      downs: count('session-down'),
      zebraNotifications: count('zebra-notifications'),
    }
  })
}
