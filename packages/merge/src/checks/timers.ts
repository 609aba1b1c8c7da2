import { type Problem, parseDuration, say, wholeSeconds } from '@frrkit/model'
import type { NeighborEntry } from '../neighbor-entry.ts'
import { evidenceAt, problemAt } from '../place.ts'

/** Hold time and keepalive interval (RFC 4271 §4.2, §4.4), as FRR takes them; and how long to wait between attempts. */
export function timers(entry: NeighborEntry): readonly Problem[] {
  const faults = (['holdTime', 'keepaliveTime', 'connectTime'] as const).flatMap((field) => notADuration(entry, field))
  return faults.length > 0 ? faults : [...holdAndKeepalive(entry), ...connectTime(entry)]
}

function notADuration(entry: NeighborEntry, field: 'holdTime' | 'keepaliveTime' | 'connectTime'): readonly Problem[] {
  const text = entry.spec[field]
  if (text === undefined || parseDuration(text) !== undefined) return []
  const help = 'write a number with a unit, such as 90s or 1m30s'
  return [problemAt(entry, field, { code: 'merge/not-a-duration', reason: 'not a duration', says: say(text), help })]
}

function holdAndKeepalive(entry: NeighborEntry): readonly Problem[] {
  const { holdTime, keepaliveTime } = entry.spec
  if (holdTime === undefined && keepaliveTime === undefined) return []
  const beside = [evidenceAt(entry, 'keepaliveTime', say(keepaliveTime))]
  const problem = (reason: string, help: string) =>
    problemAt(entry, 'holdTime', { code: 'merge/timers', reason, says: say(holdTime), beside, help })
  if (holdTime === undefined || keepaliveTime === undefined) {
    return [problem('holdTime and keepaliveTime go together', 'set both, or neither')]
  }
  const hold = parseDuration(holdTime) ?? 0
  const keepalive = parseDuration(keepaliveTime) ?? 0
  const seconds = wholeSeconds(hold)
  if (seconds !== 0 && (seconds < 3 || seconds > 65_535)) {
    return [problem('the hold time is 0, or 3 to 65535 seconds', 'change holdTime')]
  }
  if (wholeSeconds(keepalive) < 0) return [problem('the keepalive interval is not negative', 'change keepaliveTime')]
  if (keepalive > hold)
    return [problem('the keepalive interval is longer than the hold time', 'send keepalives more often')]
  return []
}

function connectTime(entry: NeighborEntry): readonly Problem[] {
  const { connectTime: text } = entry.spec
  const seconds = text === undefined ? 1 : wholeSeconds(parseDuration(text) ?? 0)
  if (seconds >= 1 && seconds <= 65_535) return []
  const reason = 'FRR waits 1 to 65535 seconds between attempts to connect'
  return [
    problemAt(entry, 'connectTime', { code: 'merge/timers', reason, says: say(text), help: 'change connectTime' }),
  ]
}
